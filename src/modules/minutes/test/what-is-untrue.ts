import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { readMany } from '#commons/dossiers'
import { hasOpened, items, type Meeting, meetings, nextMeeting } from '#modules/deliberations'
import { pointOf } from '../agenda-point.ts'
import { ensureStillSaid } from '../at-once.ts'
import { minutesData } from '../compose.ts'
import { approvalRule } from '../guards.ts'
import { saidNow } from '../life.ts'
import { awaitsText, isContested } from '../objection.ts'
import { itsRecord, type MinutesRecord } from '../record.ts'
import { signaturesOf } from '../signing.ts'
import { versionsOf, wordsOf, written } from '../version.ts'

/** What the minutes of a meeting say that is not so, or that was kept and is otherwise now; nothing should be. */
export async function untrueIn(meeting: Meeting): Promise<string[]> {
  const record = await itsRecord(meeting)
  if (!record) return hasOpened(meeting) ? ['a sitting without minutes'] : []
  const wrong: string[] = []
  const say = (holds: boolean, what: string) => holds || wrong.push(what)
  const versions = await versionsOf(record)
  say(versions.length === record.versions, 'versions that nobody counts')
  for (const { number, hash } of versions)
    say(written(await wordsOf(record, number)).hash === hash, `version ${number} reads otherwise`)
  await ensureStillSaid(record, meeting, minutesData).catch(() =>
    wrong.push('what was approved in the sitting reads otherwise'),
  )
  const [last] = versions.slice(-1)
  say(
    (record.state === 'approved') === (last?.kind === 'approved'),
    `${record.state}, and ${last?.kind}`,
  )
  say(versions.filter(({ kind }) => kind === 'approved').length < 2, 'approved twice')
  if (record.state !== 'approved') {
    say((await signaturesOf(record)).length === 0, 'signed before they are approved')
    wrong.push(...(await unawaited(record, meeting)))
  }
  if (record.state === 'draft') {
    say(record.read_version === null, 'a draft that members read')
    return wrong
  }
  say(versions.length > 0, 'read, and nothing is kept')
  if (record.state !== 'approved') return wrong
  say(meeting.state === 'closed', 'approved, and the meeting goes on')
  const kept = await wordsOf(record, record.versions)
  const { parts } = await saidNow(meeting)
  say(JSON.stringify(kept.parts) === JSON.stringify(parts), 'approved minutes say what is not so')
  wrong.push(...(await unlawfullyApproved(record, meeting)))
  return wrong
}

/** Minutes that wait have a point on the next agenda of their organ that is open (CDLD L1122-16). */
async function unawaited(record: MinutesRecord, meeting: Meeting): Promise<string[]> {
  const { approved } = (await approvalRule(meeting)).value
  if (meeting.noted_after || approved === 'closing' || meeting.state !== 'closed') return []
  const next = await nextMeeting(meeting)
  const point = await pointOf(record)
  if (!next || (point && (point.meeting_id || point.state === 'cancelled'))) return []
  return ['minutes wait, and the next agenda does not say so']
}

/** By whom they were approved, and what was said of them before (CDLD L1122-16). */
async function unlawfullyApproved(record: MinutesRecord, meeting: Meeting): Promise<string[]> {
  const wrong: string[] = []
  const say = (holds: boolean, what: string) =>
    holds || wrong.push(`approved ${record.how}: ${what}`)
  const rule = await approvalRule(meeting)
  if (await isContested(record)) say(false, 'an objection waits')
  if (record.how !== 'at_once') say(!(await awaitsText(record)), 'an objection was not followed')
  if (record.how === 'closing')
    say(rule.value.approved === 'closing', 'where the next meeting does')
  if (record.how === 'elsewhere') say(meeting.noted_after, 'it met here')
  if (record.how === 'at_once') say(rule.value.atOnce, 'where the law does not let it')
  if (record.how !== 'silently' && record.how !== 'corrected') return wrong
  say(record.read_version !== null, 'nobody read them')
  const read = await wordsOf(record, record.read_version ?? 0)
  const approved = await wordsOf(record, record.versions)
  const isSame = JSON.stringify(read.parts) === JSON.stringify(approved.parts)
  if (record.how === 'silently') say(isSame, 'they were read otherwise')
  const [by] = await actAs(system, () => readMany(meetings, [record.approved_in ?? '']))
  say(by !== undefined && by.id !== meeting.id, 'by no other meeting')
  // It may be open again for its other points: what it decided of these stands.
  const isOver = by?.state === 'closed' || by?.state === 'decided'
  say(by?.organ_id === meeting.organ_id && isOver, `by one that is ${by?.state}`)
  const later = by && Temporal.Instant.compare(by.starts_at, meeting.starts_at) > 0
  say(later === true, 'by an earlier one')
  const points = await db()
    .selectFrom('minutes.approval')
    .select('item_id')
    .where('record_id', '=', record.id)
    .execute()
  const decided = (
    await actAs(system, () =>
      readMany(
        items,
        points.map(({ item_id }) => item_id),
      ),
    )
  ).filter((item) => item.meeting_id === by?.id && item.state.startsWith('accepted'))
  say(decided.length === 1, `by ${decided.length} points`)
  return wrong
}
