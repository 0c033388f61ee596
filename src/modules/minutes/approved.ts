import type { Event } from '#kernel/events'
import { readMany } from '#commons/dossiers'
import type { Meeting } from '#modules/deliberations'
import type { MinutesData } from './data.ts'
import { saidNow } from './life.ts'
import { itsRecord, meetingOfRecord, type MinutesRecord, records } from './record.ts'
import { versionsOf, wordsOf } from './version.ts'

/** Approved minutes, as they were kept. */
export interface ApprovedMinutes {
  meeting: Meeting
  data: MinutesData
  hash: string
}

/** What approved minutes say, word for word. Throws where they are not approved. */
export async function approvedMinutes(record: MinutesRecord): Promise<ApprovedMinutes> {
  const version = (await versionsOf(record)).findLast(({ kind }) => kind === 'approved')
  if (!version) throw new Error(`The minutes ${record.id} are not approved`)
  return {
    meeting: await meetingOfRecord(record),
    data: await wordsOf(record, version.number),
    hash: version.hash,
  }
}

/** The minutes to which something happened. */
export const recordsNamed = (events: readonly Event[]): Promise<MinutesRecord[]> =>
  readMany(
    records,
    events.flatMap(({ subjectId }) => subjectId ?? []),
  )

/** What the minutes of a meeting say: as they were approved, else as its facts stand now. */
export async function saidOf(meeting: Meeting): Promise<MinutesData> {
  const record = await itsRecord(meeting)
  return record?.state === 'approved' ? (await approvedMinutes(record)).data : saidNow(meeting)
}
