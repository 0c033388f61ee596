import { actAs, system } from '#kernel/access'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { formatDate, t } from '#kernel/i18n'
import { toTree } from '#kernel/richtext'
import { inItsLanguage } from '#kernel/tenancy'
import { today } from '#commons/clock'
import { create, isReplaced, readMany, write } from '#commons/dossiers'
import { change, enforce } from '#commons/workflow'
import { dayOf, items, type Meeting, presentedIds } from '#modules/deliberations'
import { sittingOf } from '#modules/sittings'
import { askMeetingDocument } from './ask.ts'
import { keptAtOnce } from './at-once.ts'
import { minutesData } from './compose.ts'
import type { MinutesData, MinutesPoint } from './data.ts'
import { awaitsText, isContested } from './objection.ts'
import { itsRecord, meetingOfRecord, type MinutesRecord, records } from './record.ts'
import { asSignatories, signersOn } from './signing.ts'
import { keepVersion, versionsOf, wordsOf, written } from './version.ts'
import { recordWorkflow } from './workflow.ts'
import { fullName } from '#commons/directory'
import { signsAs, votes } from '#commons/organs'

/** What the minutes of a meeting say now, whoever asks: in the language of the authority. */
export const saidNow = (meeting: Meeting): Promise<MinutesData> =>
  actAs(system, () => inItsLanguage(() => minutesData(meeting)))

/** The same for the one who acts: what is decided and hidden from them while it is written is not told (C13). */
export async function saidToReader(meeting: Meeting): Promise<MinutesData> {
  const data = await saidNow(meeting)
  const hidden = new Map(
    (await readMany(items, await presentedIds(meeting))).flatMap((one) =>
      isReplaced(one, 'decision') ? [[one.number ?? '', toTree(one.decision)] as const] : [],
    ),
  )
  const toReader = (one: MinutesPoint): MinutesPoint => {
    const decision = hidden.get(one.number)
    return decision ? { ...one, organSpeaks: null, motivation: [], verb: null, decision } : one
  }
  return {
    ...data,
    parts: data.parts.map((part) => ({ ...part, points: part.points.map(toReader) })),
  }
}

/** Opens the minutes of a meeting, where it has none: they are written from its opening on. */
export async function openRecord(meeting: Meeting): Promise<void> {
  if (await itsRecord(meeting)) return
  const title = inItsLanguage(() => t('minutes.record.title', { meeting: meeting.title }))
  await create(
    records,
    { title, state: recordWorkflow.initial, reference: meeting.reference },
    { meeting_id: meeting.id, organ_id: meeting.organ_id },
  )
}

/** Whether the last version of minutes says what is noted now. */
export async function isCurrent(record: MinutesRecord, meeting: Meeting): Promise<boolean> {
  const last = (await versionsOf(record)).at(-1)
  return last?.hash === written(await saidNow(meeting)).hash
}

/** Puts minutes at the disposal of the members (mise à disposition, CDLD L1122-16): from now on they read this version. */
export async function provide(record: MinutesRecord): Promise<MinutesRecord> {
  const meeting = await meetingOfRecord(record)
  const number = await keepVersion(record, 'read', await saidNow(meeting))
  const patch = { versions: number, read_version: number, due_on: null }
  return change(records, recordWorkflow, record, 'provide', { patch })
}

/**
 * Presents another text of minutes that members have read: as they were corrected since. Throws `Conflict` where nothing
 * changed, or while their meeting is open again.
 */
export async function renew(record: MinutesRecord, reason: string): Promise<MinutesRecord> {
  ensure(record.state === 'available', Conflict, 'minutes.record.not_available')
  if (!reason) throw Invalid.field('reason', 'workflow.comment_needed')
  // A new text follows what was accepted: what becomes of each is said before it.
  ensure(!(await isContested(record)), Conflict, 'minutes.record.contested')
  const meeting = await meetingOfRecord(record)
  ensure(meeting.state === 'closed', Conflict, 'minutes.record.not_closed')
  ensure(!(await isCurrent(record, meeting)), Conflict, 'minutes.record.nothing_new')
  const versions = await keepVersion(record, 'corrected', await saidNow(meeting), reason)
  return write(records, record, { versions }, 'renew', { title: reason })
}

/** How and by which meeting minutes are approved. */
interface Approval {
  how: Exclude<MinutesRecord['how'], ''>
  by: Meeting
}

/**
 * The minutes are approved: the text is kept as it was read or corrected, with the sentence that says so and who signs it that
 * day; nothing of it is changed from here on, and its document is made.
 */
export async function approve(
  record: MinutesRecord,
  { how, by }: Approval,
): Promise<MinutesRecord> {
  // Held, so that nobody opens it again meanwhile.
  const meeting = await meetingOfRecord(record, { lock: true })
  ensure(meeting.state === 'closed', Conflict, 'minutes.record.not_closed')
  const on = how === 'elsewhere' ? today() : dayOf(by)
  const said =
    how === 'silently' || how === 'corrected' ? await last(record) : await saidNow(meeting)
  const sentence = inItsLanguage(() => t(`minutes.status.${how}`, { day: formatDate(on) }))
  const signatories = await inItsLanguage(async () =>
    how === 'at_once' ? await everybodyThere(meeting) : asSignatories(await signersOn(meeting, on)),
  )
  const approved = {
    ...said,
    closing: [...said.closing, sentence],
    signing: { ...said.signing, signatories },
  }
  const versions = await keepVersion(record, 'approved', approved, sentence)
  const patch = { versions, how, approved_on: on, approved_in: by.id, due_on: null }
  const done = await (how === 'closing' || how === 'elsewhere'
    ? change(records, recordWorkflow, record, 'end', { patch })
    : enforce(records, recordWorkflow, record, 'approve', { patch }))
  await actAs(system, () => askMeetingDocument(meeting, 'minutes'))
  return done
}

async function last(record: MinutesRecord): Promise<MinutesData> {
  return wordsOf(record, record.versions)
}

/** What is drawn up in the sitting itself is signed by the members who are there. */
async function everybodyThere(meeting: Meeting): Promise<MinutesData['signing']['signatories']> {
  const { attendees } = await sittingOf(meeting)
  const there = attendees.filter(({ presence }) => presence === 'present')
  const inOrder = [...there.filter((seat) => !votes(seat)), ...there.filter(votes)]
  return inOrder.map((seat) => ({ mention: null, role: signsAs(seat), name: fullName(seat) }))
}

/** Settles minutes where the sitting ended, for organs of which the law says so. */
export async function end(record: MinutesRecord): Promise<MinutesRecord> {
  ensure(!(await isContested(record)), Conflict, 'minutes.record.contested')
  ensure(!(await awaitsText(record)), Conflict, 'minutes.record.text_first')
  const by = await meetingOfRecord(record)
  return approve(record, { how: by.noted_after ? 'elsewhere' : 'closing', by })
}

/** Where every point was approved in the sitting itself, the minutes are whole when it is closed. */
export async function endAtOnce(record: MinutesRecord, meeting: Meeting): Promise<void> {
  const kept = await keptAtOnce(record)
  if (kept.size === 0) return
  const { parts } = await saidNow(meeting)
  const all = parts.flatMap(({ points }) => points).length
  if (kept.size === all) await approve(record, { how: 'at_once', by: meeting })
}

/** The minutes were refused: they are written anew, and presented to the next meeting. */
export const refuse = (record: MinutesRecord, by: Meeting): Promise<MinutesRecord> =>
  enforce(records, recordWorkflow, record, 'refuse', {
    comment: inItsLanguage(() => t('minutes.record.refused_in', { meeting: by.title })),
    patch: { read_version: null },
  })
