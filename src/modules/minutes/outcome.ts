import { actAs, system } from '#kernel/access'
import { Conflict } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { readMany } from '#commons/dossiers'
import type { Obstacle } from '#commons/workflow'
import {
  type Deed,
  type Item,
  items,
  type Meeting,
  meetings,
  presentedIds,
} from '#modules/deliberations'
import { isAfter } from './agenda-point.ts'
import { isCorrected, recordsApprovedBy } from './approving.ts'
import { ensureStillSaid } from './at-once.ts'
import { minutesData } from './compose.ts'
import { approve, endAtOnce, isCurrent, openRecord, refuse } from './life.ts'
import { awaitsText, isContested } from './objection.ts'
import { itsRecord, meetingOfRecord, type MinutesRecord } from './record.ts'

/** What stands in the way of approving minutes by these points, by their ids (CDLD L1122-16). */
export async function approvalObstacles(
  some: readonly Item[],
  what: Deed,
): Promise<Map<string, Obstacle>> {
  const found = new Map<string, Obstacle>()
  if (what === 'puts_off' || what === 'takes_off') return found
  // The house wrote each of them.
  const ours = some.filter(({ created_by }) => created_by === null)
  const all = await recordsApprovedBy(ours.map((one) => one.id))
  if (all.size === 0) return found
  const held = await actAs(system, () =>
    readMany(
      meetings,
      ours.flatMap(({ meeting_id }) => meeting_id ?? []),
    ),
  )
  for (const item of ours) {
    const record = all.get(item.id)
    const by = held.find(({ id }) => id === item.meeting_id)
    const obstacle = record && (await approvalObstacle(record, by))
    if (obstacle) found.set(item.id, obstacle)
  }
  return found
}

async function approvalObstacle(record: MinutesRecord, by?: Meeting): Promise<Obstacle | null> {
  if (record.state === 'approved') return null
  if (record.state === 'draft') return { key: 'minutes.record.provide_first' }
  if (await isContested(record)) return { key: 'minutes.record.contested' }
  if (await awaitsText(record)) return { key: 'minutes.record.text_first' }
  const meeting = await meetingOfRecord(record)
  if (meeting.state !== 'closed') return { key: 'minutes.record.not_closed' }
  if (by && !isAfter(by, meeting)) return { key: 'minutes.record.held_later' }
  return (await isCurrent(record, meeting)) ? null : { key: 'minutes.record.changed_since' }
}

const approving: readonly string[] = ['accepted', 'accepted_modified']

/** What stands in the way of closing a meeting that approves minutes: they are objected to or changed since it decided. */
export async function closingObstacle(meeting: Meeting): Promise<Obstacle | null> {
  for (const [item, record] of await decidedIn(meeting)) {
    if (!approving.includes(item.state)) continue
    const obstacle = await approvalObstacle(record, meeting)
    if (obstacle) return obstacle
    if (item.state === 'accepted_modified' && !isCorrected(record))
      return { key: 'minutes.record.correct_first', params: { number: item.number ?? '' } }
  }
  return null
}

async function decidedIn(
  meeting: Meeting,
  reading = { lock: false },
): Promise<[Item, MinutesRecord][]> {
  const ids = await presentedIds(meeting)
  const all = await recordsApprovedBy(ids, reading)
  if (all.size === 0) return []
  const points = await actAs(system, () => readMany(items, [...all.keys()]))
  return points.flatMap((item): [Item, MinutesRecord][] => {
    const record = all.get(item.id)
    return record ? [[item, record]] : []
  })
}

/** A meeting that is opened has minutes from then on. */
export async function openRecords(events: readonly Event[]): Promise<void> {
  for (const meeting of await named(events)) await openRecord(meeting)
}

/** A meeting that is closed approves or refuses the minutes that were before it: who objects does so until then. */
export async function settleApprovals(events: readonly Event[]): Promise<void> {
  for (const meeting of await named(events)) {
    for (const [item, record] of await decidedIn(meeting, { lock: true })) {
      if (record.state === 'approved') continue
      if (approving.includes(item.state)) {
        // Since it was asked, somebody may have objected, or opened their meeting again.
        await meetingOfRecord(record, { lock: true })
        const obstacle = await approvalObstacle(record)
        if (obstacle) throw new Conflict(obstacle.key, obstacle.params)
        await approve(record, { how: isCorrected(record) ? 'corrected' : 'silently', by: meeting })
      } else if (item.state === 'refused' && record.state === 'available')
        await refuse(record, meeting)
    }
    const own = await itsRecord(meeting, { lock: true })
    if (own && own.state !== 'approved') await endAtOnce(own, meeting)
  }
}

/** What was approved in the sitting itself is not made untrue by what is noted after it. */
export async function ensureKept(events: readonly Event[]): Promise<void> {
  for (const meeting of await named(events)) {
    const record = await itsRecord(meeting)
    if (record) await ensureStillSaid(record, meeting, minutesData)
  }
}

const named = (events: readonly Event[]): Promise<Meeting[]> =>
  actAs(system, () =>
    readMany(
      meetings,
      events.flatMap(({ subjectId }) => subjectId ?? []),
    ),
  )

/** From the approval of its minutes on, nothing that a meeting recorded is corrected: a new entry says what was wrong. */
export async function recordObstacle(meeting: Meeting): Promise<Obstacle | null> {
  const record = await itsRecord(meeting)
  return record?.state === 'approved' ? { key: 'minutes.record.approved_already' } : null
}

/** Nor is what was decided of an approval taken back once the minutes are approved by it. */
export async function approvedObstacle(item: Item): Promise<Obstacle | null> {
  const record = (await recordsApprovedBy([item.id])).get(item.id)
  return record?.state === 'approved' && record.approved_in === item.meeting_id
    ? { key: 'minutes.record.approved_by_this' }
    : null
}
