import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { formatDate, t } from '#kernel/i18n'
import { namesOf, refreshPrincipals, todayHere } from '#commons/directory'
import { lastDayOf, periodInWords } from '#commons/people'
import { addSeat, type Organ, votes } from './organ.ts'
import type { SeatPart } from './tables.ts'
import './tables.ts'

const added = event('organs.seat.add', { toDossier: false })
const ended = event('organs.seat.end', { toDossier: false })
const ranked = event('organs.seat.rank', { toDossier: false })

/** A seat of an organ (siège), whoever sits there, with its days. */
export interface KnownSeat {
  id: string
  organ_id: string
  person_id: string
  first_name: string
  last_name: string
  part: SeatPart
  title: string
  position: number
  valid_from: Temporal.PlainDate
  /** The first day on which they no longer sit. */
  valid_to: Temporal.PlainDate | null
}

/** Who is to sit: as what, under which title, from when to when. */
export interface NewSeat {
  personId: string
  part: SeatPart
  title: string
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
}

const known = () =>
  db()
    .selectFrom('commons.seat as s')
    .innerJoin('commons.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.id', 's.organ_id', 's.person_id', 'p.first_name', 'p.last_name'])
    .select(['s.part', 's.title', 's.position', 's.valid_from', 's.valid_to'])

/** All seats that an organ ever had: the president first, the secretary last, in their order. */
export const seatsOf = (organId: string): Promise<KnownSeat[]> =>
  known()
    .where('s.organ_id', '=', organId)
    .orderBy(sql`array_position(array['president', 'member', 'secretary'], s.part)`)
    .orderBy('s.position')
    .orderBy('s.valid_from')
    .execute()

/** One seat. Throws `NotFound`. */
export async function seatNamed(organId: string, id: string | undefined): Promise<KnownSeat> {
  if (!id || !isId(id)) throw new NotFound()
  const found = await known()
    .where('s.organ_id', '=', organId)
    .where('s.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

type Days = Pick<KnownSeat, 'valid_from' | 'valid_to'>
const { compare } = Temporal.PlainDate

/** Whether somebody sits on a day. */
export const sitsOn = ({ valid_from, valid_to }: Days, day: Temporal.PlainDate): boolean =>
  compare(valid_from, day) <= 0 && (valid_to === null || compare(valid_to, day) > 0)

/** Whether they will sit from a later day on. */
export const isToCome = ({ valid_from }: Days, day: Temporal.PlainDate) =>
  compare(valid_from, day) > 0

const meets = (one: Days, other: Days): boolean =>
  (one.valid_to === null || compare(other.valid_from, one.valid_to) < 0) &&
  (other.valid_to === null || compare(one.valid_from, other.valid_to) < 0)

export const nameOf = ({ first_name, last_name }: Pick<KnownSeat, 'first_name' | 'last_name'>) =>
  `${first_name} ${last_name}`

/** Of those who change the seats of an organ, one goes after the other. */
async function lockOrgan(id: string): Promise<void> {
  await sql`select id from commons.organ where id = ${id}::uuid for update`.execute(db())
}

/**
 * Seats somebody for some days. Throws `Invalid` where they sit there already, where another presides or keeps the minutes,
 * where they leave before, or where more would bear a vote than there are seats, on any of these days.
 */
export async function seatPerson(organ: Organ, fresh: NewSeat): Promise<string> {
  await lockOrgan(organ.id)
  await ensureRoom(organ, fresh, await seatsOf(organ.id))
  const id = await addSeat({ organId: organ.id, ...fresh })
  await tell(added, organ, fresh)
  return id
}

async function ensureRoom(
  organ: Organ,
  { personId, part, validFrom, validTo }: NewSeat,
  seats: readonly KnownSeat[],
): Promise<void> {
  if (validTo && compare(validTo, validFrom) <= 0)
    throw Invalid.field('last_day', 'organs.seat.backwards')
  const days = { valid_from: validFrom, valid_to: validTo }
  const meanwhile = seats.filter((one) => meets(one, days))
  const own = meanwhile.find((one) => one.person_id === personId)
  if (own)
    throw Invalid.field('person', 'organs.seat.twice', {
      name: nameOf(own),
      days: periodInWords(own),
    })
  const other = part !== 'member' && meanwhile.find((one) => one.part === part)
  if (other)
    throw Invalid.field('part', `organs.seat.other_${part}`, {
      ...{ name: nameOf(other), days: periodInWords(other) },
    })
  await ensureStays(personId, days)
  if (organ.seats === null || !votes({ part })) return
  const voting = meanwhile.filter(votes)
  const most = Math.max(
    0,
    ...[validFrom, ...voting.map((one) => one.valid_from)]
      .filter((day) => sitsOn(days, day))
      .map((day) => voting.filter((one) => sitsOn(one, day)).length),
  )
  if (most >= organ.seats)
    throw Invalid.field('person', 'organs.seat.full', { name: organ.name, seats: organ.seats })
}

/** Nobody sits after they left. */
async function ensureStays(personId: string, { valid_to }: Days): Promise<void> {
  const { rows } = await sql<{ leaves_on: Temporal.PlainDate | null }>`
    select leaves_on from commons.person where id = ${personId}::uuid`.execute(db())
  const leaves = rows[0]?.leaves_on
  if (leaves && (valid_to === null || compare(valid_to, leaves) > 0))
    throw Invalid.field('person', 'organs.seat.leaves', {
      day: formatDate(lastDayOf(leaves), 'short'),
    })
}

/**
 * Ends a seat: `without` is the first day on which they no longer sit. One that has not begun is taken away. Throws
 * `Conflict` where it is over, and `Invalid` where that is before it began, or it was used since.
 */
export async function endSeat(
  organ: Organ,
  seat: KnownSeat,
  without: Temporal.PlainDate,
): Promise<void> {
  await lockOrgan(organ.id)
  const { valid_to, valid_from } = await seatNamed(organ.id, seat.id)
  ensure(valid_to === null || compare(valid_to, todayHere()) > 0, Conflict, 'organs.seat.over', {
    name: nameOf(seat),
  })
  const begun = compare(valid_from, todayHere()) <= 0
  if (compare(without, valid_from) <= 0 && begun)
    throw Invalid.field('last_day', 'organs.seat.backwards')
  if (compare(without, valid_from) <= 0)
    await db().deleteFrom('commons.seat').where('id', '=', seat.id).execute()
  else
    await db()
      .updateTable('commons.seat')
      .set({ valid_to: without })
      .where('id', '=', seat.id)
      .execute()
  await refreshPrincipals(seat.person_id)
  await tell(ended, organ, { ...seat, personId: seat.person_id, day: without })
}

/**
 * Somebody takes the seat of another (remplacement): from their first day on the other sits no more, and they have the same
 * part and place. Throws as `seatPerson` and `endSeat` do; nothing is done then.
 */
export async function replaceSeat(
  organ: Organ,
  seat: KnownSeat,
  { personId, title, from }: { personId: string; title: string; from: Temporal.PlainDate },
): Promise<string> {
  if (personId === seat.person_id)
    throw Invalid.field('person', 'organs.seat.twice', {
      ...{ name: nameOf(seat), days: periodInWords(seat) },
    })
  await endSeat(organ, seat, from)
  const id = await seatPerson(organ, {
    ...{ personId, title: title || seat.title, part: seat.part },
    ...{ validFrom: from, validTo: seat.valid_to },
  })
  await place(id, seat.position)
  return id
}

/** Moves a member before or after the one who sits next to them (rang, ordre de préséance). Throws `Conflict` at the end. */
export async function rankSeat(organ: Organ, seat: KnownSeat, way: 'up' | 'down'): Promise<void> {
  await lockOrgan(organ.id)
  const today = todayHere()
  const beside = (await seatsOf(organ.id)).filter(
    (one) => one.part === seat.part && (sitsOn(one, today) || isToCome(one, today)),
  )
  const at = beside.findIndex(({ id }) => id === seat.id)
  const to = at + (way === 'up' ? -1 : 1)
  const other = at < 0 ? undefined : beside[to]
  if (!other) throw new Conflict('organs.seat.at_end', { name: nameOf(seat) })
  const order = beside.toSpliced(at, 1).toSpliced(to, 0, seat)
  const places = beside.map(({ position }) => position).toSorted((a, b) => a - b)
  for (const [index, { id }] of order.entries()) await place(id, (places[0] ?? 1) + index)
  await emit(ranked, organ.id, { name: nameOf(seat), way })
}

const place = (id: string, position: number) =>
  db().updateTable('commons.seat').set({ position }).where('id', '=', id).execute()

async function tell(
  type: typeof added,
  organ: Organ,
  { personId, part, day }: Pick<NewSeat, 'personId' | 'part'> & { day?: Temporal.PlainDate },
): Promise<void> {
  const name = (await namesOf([personId])).get(personId) ?? ''
  await emit(type, organ.id, { name, part, ...(day && { day: day.toString() }) })
  await audit('seat', `${organ.acronym} ${type.split('.')[2]} ${name}`)
}

/** What was done about a seat, in words. */
export function deedInWords(type: string, data: Record<string, unknown>): string {
  const name = typeof data['name'] === 'string' ? data['name'] : ''
  const day = typeof data['day'] === 'string' ? Temporal.PlainDate.from(data['day']) : null
  if (type === added) return t('organs.did.add', { name })
  if (type === ranked) return t('organs.did.rank', { name })
  return t('organs.did.end', { name, day: day ? formatDate(lastDayOf(day), 'short') : '' })
}
