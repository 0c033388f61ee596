import type { Meeting } from '#modules/deliberations'
import { ensureStillSaid } from '../at-once.ts'
import { minutesData } from '../compose.ts'
import { saidNow } from '../life.ts'
import { itsRecord } from '../record.ts'
import { versionsOf, wordsOf, written } from '../version.ts'

/** What the minutes of a meeting say that is not so, or that was kept and is otherwise now; nothing should be. */
export async function untrueIn(meeting: Meeting): Promise<string[]> {
  const record = await itsRecord(meeting)
  if (!record) return meeting.opened_at ? ['a sitting without minutes'] : []
  const wrong: string[] = []
  const say = (holds: boolean, what: string) => holds || wrong.push(what)
  const versions = await versionsOf(record)
  say(versions.length === record.versions, 'versions that nobody counts')
  for (const { number, hash } of versions)
    say(written(await wordsOf(record, number)).hash === hash, `version ${number} reads otherwise`)
  await ensureStillSaid(record, meeting, minutesData).catch(() =>
    wrong.push('what was approved in the sitting reads otherwise'),
  )
  if (record.state === 'draft') return wrong
  say(versions.length > 0, 'read, and nothing is kept')
  if (record.state !== 'approved') return wrong
  say(meeting.state === 'closed', 'approved, and the meeting goes on')
  const kept = await wordsOf(record, record.versions)
  const { parts } = await saidNow(meeting)
  say(JSON.stringify(kept.parts) === JSON.stringify(parts), 'approved minutes say what is not so')
  return wrong
}
