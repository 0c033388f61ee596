import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { namesOf, refreshPrincipals, todayHere } from '#commons/directory'
import { periodInWords } from '#commons/people'
import { addSeat, type Organ, organ } from './organ.ts'
import { hindrance, isToCome, type KnownSeat, nameOf, type NewSeat, sitsOn } from './room.ts'
import './tables.ts'

const added = event('organs.seat.add', { toDossier: false })
const ended = event('organs.seat.end', { toDossier: false })
const resumed = event('organs.seat.resume', { toDossier: false })
const retitled = event('organs.seat.retitle', { toDossier: false })
const ranked = event('organs.seat.rank', { toDossier: false })

const { compare } = Temporal.PlainDate

const known = () =>
  db()
    .selectFrom('commons.seat as s')
    .innerJoin('commons.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.id', 's.organ_id', 's.person_id', 'p.first_name', 'p.last_name'])
    .select(['s.part', 's.title', 's.party_group', 's.position', 's.valid_from', 's.valid_to'])

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

/** Of those who change the seats of an organ, one goes after the other. */
export async function lockOrgan(id: string): Promise<void> {
  await sql`select id from commons.organ where id = ${id}::uuid for update`.execute(db())
}

/**
 * Seats somebody for some days. Throws `Invalid` where they sit there already, where another presides or keeps the minutes,
 * where they leave or the organ ends before, or where more would bear a vote than there are seats, on any of these days.
 */
export async function seatPerson({ id: organId }: Organ, fresh: NewSeat): Promise<string> {
  await lockOrgan(organId)
  const body = await ensureRoom(organId, fresh)
  const id = await addSeat({ organId, ...fresh })
  await tell(added, body, fresh)
  return id
}

/** The organ as it is now. Throws `Invalid` where somebody cannot sit there; `but`: a seat that is not counted. */
async function ensureRoom(organId: string, fresh: NewSeat, but?: string): Promise<Organ> {
  const body = await organ(organId)
  const leaves = (await departures([fresh.personId])).get(fresh.personId) ?? null
  const seats = (await seatsOf(organId)).filter(({ id }) => id !== but)
  const wrong = hindrance(body, fresh, { seats, leaves })
  if (wrong) throw new Invalid({ [wrong.field]: [wrong.sentence] })
  return body
}

/** The days on which people leave, by person: nobody sits after that. */
export async function departures(
  ids: readonly string[],
): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  const { rows } = await sql<{ id: string; leaves_on: Temporal.PlainDate }>`
    select id, leaves_on from commons.person
    where id = any(${[...new Set(ids)]}::uuid[]) and leaves_on is not null`.execute(db())
  return new Map(rows.map((row) => [row.id, row.leaves_on]))
}

/** What the form of its title is made from. */
export const standingSeat = ({ title, party_group }: KnownSeat) => [title, party_group]

/** Says a title and a group otherwise, of a seat that goes on as it is. */
export async function retitleSeat(
  { acronym, id: organId }: Organ,
  seat: KnownSeat,
  { title, group }: { title: string; group: string },
): Promise<void> {
  await lockOrgan(organId)
  await db()
    .updateTable('commons.seat')
    .set({ title, party_group: group })
    .where('id', '=', seat.id)
    .execute()
  await emit(retitled, organId, { name: nameOf(seat), title })
  await audit('seat', `${acronym} retitle ${nameOf(seat)}`)
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
  const { valid_to, valid_from, ...known } = await seatNamed(organ.id, seat.id)
  ensure(valid_to === null || compare(valid_to, todayHere()) > 0, Conflict, 'organs.seat.over', {
    name: nameOf(seat),
  })
  // One that would go on for longer is asked as one that is given.
  if (valid_to && compare(without, valid_to) > 0)
    await ensureRoom(
      organ.id,
      { ...known, personId: known.person_id, group: '', validFrom: valid_to, validTo: without },
      known.id,
    )
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
 * A seat that was ended, or was to, goes on without an end: the way back from an end by mistake. Throws `Conflict` where it has
 * none, and `Invalid` as `seatPerson` does.
 */
export async function resumeSeat(organ: Organ, seat: KnownSeat): Promise<void> {
  await lockOrgan(organ.id)
  const { valid_to: from, ...known } = await seatNamed(organ.id, seat.id)
  if (!from) throw new Conflict('organs.seat.goes_on', { name: nameOf(seat) })
  await ensureRoom(
    organ.id,
    { ...known, personId: known.person_id, group: '', validFrom: from, validTo: null },
    known.id,
  )
  await db().updateTable('commons.seat').set({ valid_to: null }).where('id', '=', seat.id).execute()
  await refreshPrincipals(seat.person_id)
  await tell(resumed, organ, { ...seat, personId: seat.person_id })
}

/**
 * Somebody takes the seat of another (remplacement): from their first day on the other sits no more, and they have the same
 * part and place. Throws as `seatPerson` and `endSeat` do; nothing is done then.
 */
export async function replaceSeat(
  organ: Organ,
  seat: KnownSeat,
  {
    personId,
    title,
    group,
    from,
  }: Pick<NewSeat, 'personId' | 'title' | 'group'> & { from: Temporal.PlainDate },
): Promise<string> {
  if (personId === seat.person_id)
    throw Invalid.field('person', 'organs.seat.twice', {
      ...{ name: nameOf(seat), days: periodInWords(seat) },
    })
  await endSeat(organ, seat, from)
  const id = await seatPerson(organ, {
    ...{ personId, title: title || seat.title, part: seat.part, group: group || seat.party_group },
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

/** Who of these persons has a seat in an organ, or had one. */
export async function seatedAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db()
    .selectFrom('commons.seat')
    .select('person_id')
    .distinct()
    .where('person_id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
