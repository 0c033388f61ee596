import { sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'
import { Invalid, NotFound } from '#kernel/errors'
import { formatDate, t } from '#kernel/i18n'
import { today } from '#commons/clock'
import type { OrganKind } from '#commons/law'
import { refreshPrincipals } from '#commons/directory'
import { lastDayOf } from '#commons/people'
import type { InsertionMethod } from './insertion.ts'
import type { SeatPart } from './tables.ts'
import './tables.ts'

/** A deliberating body (organe): conseil communal, collège communal… */
export interface Organ {
  id: string
  kind: OrganKind
  name: string
  /** The head of its references: « CC ». */
  acronym: string
  /** How an act makes it speak: « Le Conseil communal ». */
  speaks_as: string
  insertion: readonly InsertionMethod[]
  /** How many seats it has, president included; null: nobody said. */
  seats: number | null
  /** The first day on which it no longer is; null: it goes on. */
  closed_on: Temporal.PlainDate | null
}

const columns = [
  ...(['id', 'kind', 'name', 'acronym', 'speaks_as', 'insertion', 'seats'] as const),
  'closed_on',
] as const

/** The organs of the authority, in their order, those that ended among them: old meetings are theirs. */
export const organs = (): Promise<Organ[]> => everyOrgan.get()

/** Whether an organ is there on a day. */
export const standsOn = ({ closed_on }: Pick<Organ, 'closed_on'>, day: Temporal.PlainDate) =>
  closed_on === null || Temporal.PlainDate.compare(day, closed_on) < 0

/** The organs that may be chosen for what is to come. */
export const openOrgans = async (): Promise<Organ[]> => {
  const day = today()
  return (await organs()).filter((one) => standsOn(one, day))
}

const everyOrgan = loadedOnce<Organ[]>(() =>
  db().selectFrom('commons.organ').select(columns).orderBy('position').execute(),
)

/** One of them: an authority has few, and a page that tells of one asks for all of them somewhere. Throws `NotFound`. */
export async function organ(id: string): Promise<Organ> {
  const found = (await organs()).find((one) => one.id === id)
  if (!found) throw new NotFound()
  return found
}

/** An organ as it was called on a day: what was decided then is told by that name. Throws `NotFound`. */
export async function organOn(id: string, day: Temporal.PlainDate): Promise<Organ> {
  const now = await organ(id)
  const then = await db()
    .selectFrom('commons.organ_name')
    .select(['name', 'speaks_as'])
    .where('organ_id', '=', id)
    .where('until', '>', day)
    .orderBy('until')
    .executeTakeFirst()
  return { ...now, ...then }
}

export async function addOrgan(
  fresh: Omit<Organ, 'id' | 'seats' | 'closed_on'> & { seats?: number | null },
): Promise<Organ> {
  const { insertion, ...rest } = fresh
  const added = await db()
    .insertInto('commons.organ')
    .values((e) => ({
      ...rest,
      insertion: sql<readonly InsertionMethod[]>`${JSON.stringify(insertion)}::jsonb`,
      position: e
        .selectFrom('commons.organ')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
    }))
    .returning(columns)
    .executeTakeFirstOrThrow()
  forgetOrgans()
  return added
}

/** They are loaded anew where they are asked for next. */
export function forgetOrgans(): void {
  everyOrgan.forget()
  standing.forget()
}

/** As they are now, and nobody ends one before this transaction is over. */
const standing = loadedOnce(() =>
  db()
    .selectFrom('commons.organ')
    .select(['id', 'name', 'closed_on'])
    .orderBy('id')
    .forKeyShare()
    .execute(),
)

/**
 * Throws `Invalid` on a field where an organ is not there on a day, today unless told; where it is, nobody ends it before this transaction is
 * over. Asked by what is made for an organ.
 */
export async function ensureStands(organId: string, field: string, day = today()): Promise<void> {
  const found = (await standing.get()).find(({ id }) => id === organId)
  if (!found) throw Invalid.field(field, 'http.field.choose')
  if (!standsOn(found, day))
    throw Invalid.field(field, 'organs.over', {
      ...{ name: found.name, day: formatDate(lastDayOf(found.closed_on ?? day), 'short') },
    })
}

/** Somebody who sits in an organ on a given day. */
export interface Seat {
  id: string
  person_id: string
  part: SeatPart
  /** « Échevine » */
  title: string
  civility: '' | 'mr' | 'mrs'
  first_name: string
  last_name: string
}

/** Who sits in an organ on a day, the president first, the secretary last. */
export function seatsOn(organId: string, day: Temporal.PlainDate): Promise<Seat[]> {
  return db()
    .selectFrom('commons.seat as s')
    .innerJoin('commons.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.id', 's.person_id', 's.part', 's.title'])
    .select(['p.civility', 'p.first_name', 'p.last_name'])
    .where('s.organ_id', '=', organId)
    .where('s.valid_from', '<=', day)
    .where((where) => where.or([where('s.valid_to', 'is', null), where('s.valid_to', '>', day)]))
    .orderBy(sql`array_position(array['president', 'member', 'secretary'], s.part)`)
    .orderBy('s.position')
    .execute()
}

interface Sitting {
  organId: string
  day: Temporal.PlainDate
}

/** The names of those who sit in organs on days. One query. */
export async function seatedOn(some: readonly Sitting[]): Promise<(sitting: Sitting) => string[]> {
  const organIds = [...new Set(some.map(({ organId }) => organId))]
  if (organIds.length === 0) return () => []
  const rows = await db()
    .selectFrom('commons.seat as s')
    .innerJoin('commons.person as p', (join) =>
      join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'),
    )
    .select(['s.organ_id', 's.valid_from', 's.valid_to', 'p.first_name', 'p.last_name'])
    .where('s.organ_id', 'in', organIds)
    .orderBy('s.position')
    .execute()
  const { compare } = Temporal.PlainDate
  return ({ organId, day }) =>
    rows
      .filter(
        ({ organ_id, valid_from, valid_to }) =>
          organ_id === organId &&
          compare(valid_from, day) <= 0 &&
          (valid_to === null || compare(valid_to, day) > 0),
      )
      .map(({ first_name, last_name }) => `${first_name} ${last_name}`)
}

/** Whether a seat bears a vote: the secretary attends without one (CDLD L1124-4). */
export const votes = (seat: Pick<Seat, 'part'>) => seat.part !== 'secretary'

/** Writes that somebody sits; from then on they may read what the organ receives. Whether they may is asked by `seatPerson`. */
export async function addSeat(fresh: {
  organId: string
  personId: string
  part: SeatPart
  title: string
  group?: string
  validFrom: Temporal.PlainDate
  /** The first day on which they no longer sit. */
  validTo?: Temporal.PlainDate | null
}): Promise<string> {
  const { id } = await db()
    .insertInto('commons.seat')
    .values((e) => ({
      organ_id: fresh.organId,
      person_id: fresh.personId,
      part: fresh.part,
      title: fresh.title,
      party_group: fresh.group ?? '',
      valid_from: fresh.validFrom,
      valid_to: fresh.validTo ?? null,
      position: e
        .selectFrom('commons.seat')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
        .where('organ_id', '=', fresh.organId),
    }))
    .returning('id')
    .executeTakeFirstOrThrow()
  await refreshPrincipals(fresh.personId)
  return id
}

/** The organs where a person sits today, as principals: `organ:<id>`. */
export async function organPrincipals(personId: string): Promise<string[]> {
  const day = today()
  const rows = await db()
    .selectFrom('commons.seat')
    .select('organ_id')
    .where('person_id', '=', personId)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', day)]))
    .execute()
  return rows.map((row) => `organ:${row.organ_id}`)
}

/** Whose seats begin or end between two days. */
export async function seatsTurning(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from commons.seat
    where valid_from between ${first} and ${last} or valid_to between ${first} and ${last}`.execute(
    db(),
  )
  return rows.map(({ person_id }) => person_id)
}

/** What the members of an organ are called among those who see a dossier. */
export async function organNames(
  principals: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (!principals.some((principal) => principal.startsWith('organ:'))) return new Map()
  const named = await organs()
  return new Map(named.map(({ id, name }) => [`organ:${id}`, t('organs.reader', { name })]))
}
