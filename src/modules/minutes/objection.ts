import { actor, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { formatDateTime } from '#kernel/i18n'
import { fullName } from '#commons/directory'
import { tell } from '#commons/dossiers'
import { votes } from '#commons/organs'
import type { Meeting } from '#modules/deliberations'
import { attendance } from '#modules/sittings'
import { type MinutesRecord, records } from './record.ts'
import type { ObjectionOutcome } from './tables.ts'
import { versionsOf } from './version.ts'

/** What a member wants said otherwise (observation), and what became of it. */
export interface Objection {
  id: string
  seat_id: string
  member: string
  item_id: string | null
  wanted: string
  made_at: Temporal.Instant
  noted_by: string
  outcome: ObjectionOutcome | null
  answer: string
  settled_at: Temporal.Instant | null
  settled_by: string
}

/** What was objected to minutes, the first first. */
export const objectionsTo = ({ id }: Pick<MinutesRecord, 'id'>): Promise<Objection[]> =>
  db()
    .selectFrom('minutes.objection')
    .select(['id', 'seat_id', 'member', 'item_id', 'wanted', 'made_at', 'noted_by'])
    .select(['outcome', 'answer', 'settled_at', 'settled_by'])
    .where('record_id', '=', id)
    .orderBy('id')
    .execute()

/** Whether something that was objected waits for an answer. */
export const isContested = async (record: Pick<MinutesRecord, 'id'>): Promise<boolean> =>
  (await objectionsTo(record)).some(({ outcome }) => outcome === null)

/** Whether something that was objected was accepted, and no new text was presented since (CDLD L1122-16). */
export async function awaitsText(record: Pick<MinutesRecord, 'id'>): Promise<boolean> {
  const last = (await versionsOf(record)).at(-1)
  return (await objectionsTo(record)).some(
    ({ outcome, settled_at }) =>
      outcome === 'accepted' &&
      (!last || !settled_at || Temporal.Instant.compare(last.made_at, settled_at) < 0),
  )
}

/** The members of the meeting; the one who acts alone, where they are one of them and not of the secretariat. */
export async function objectors(meeting: Meeting, isHouse: boolean) {
  const members = (await attendance(meeting)).filter(votes)
  return isHouse ? members : members.filter(({ person_id }) => person_id === actor().id)
}

/** What is wanted otherwise, by whom. */
interface Wanted {
  seat_id: string
  item_id: string | null
  wanted: string
}

/**
 * Records what a member wants said otherwise (CDLD L1122-16), in their own name or as the secretariat notes it. Throws
 * `Invalid` for somebody who did not sit, `Conflict` while the minutes are not at disposal or once they are approved, and
 * where the same member wants the same already and waits for an answer. The minutes are locked: one of two comes first.
 */
export async function object(
  record: MinutesRecord,
  meeting: Meeting,
  { seat_id, item_id, wanted }: Wanted,
  isHouse: boolean,
): Promise<void> {
  ensureInPerson()
  ensure(record.state === 'available', Conflict, 'minutes.objection.not_now')
  const member = (await objectors(meeting, isHouse)).find(({ id }) => id === seat_id)
  if (!member) throw Invalid.field('seat_id', 'minutes.objection.not_a_member')
  const twin = (await objectionsTo(record)).find(
    (one) =>
      one.outcome === null &&
      one.seat_id === seat_id &&
      one.item_id === item_id &&
      one.wanted === wanted,
  )
  if (twin) {
    const when = formatDateTime(twin.made_at)
    throw new Conflict('minutes.objection.twice', { name: twin.member, when })
  }
  await db()
    .insertInto('minutes.objection')
    .values({
      ...{ record_id: record.id, seat_id, item_id, wanted },
      ...{ member: fullName(member), noted_by: actor().name },
    })
    .execute()
  await tell(records, record.id, 'object', { title: fullName(member) })
}

/** Says what becomes of what was objected: it is followed by a new text, or not. Throws `Conflict` where that was said. */
export async function settleObjection(
  record: MinutesRecord,
  id: string,
  { outcome, answer }: { outcome: ObjectionOutcome; answer: string },
): Promise<void> {
  ensureInPerson()
  ensure(record.state !== 'approved', Conflict, 'minutes.record.approved_already')
  const found = (await objectionsTo(record)).find((one) => one.id === id)
  ensure(found, NotFound, 'errors.not_found')
  ensure(found.outcome === null, Conflict, 'minutes.objection.settled_already')
  await db()
    .updateTable('minutes.objection')
    .set({ outcome, answer, settled_at: Temporal.Now.instant(), settled_by: actor().name })
    .where('id', '=', id)
    .execute()
  await tell(records, record.id, 'settle_objection', { title: found.member, outcome })
}
