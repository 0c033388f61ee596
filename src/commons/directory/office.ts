import { type RawBuilder, sql } from 'kysely'
import { audit } from '#kernel/audit'
import { db } from '#kernel/db'
import { Invalid, NotFound } from '#kernel/errors'
import { formatDate } from '#kernel/i18n'
import { administered } from './administered.ts'
import { refreshPrincipals } from './bearing.ts'
import { holdsOn, type Period, todayHere } from './period.ts'
import { ensureMayGrant } from './rights.ts'
import { roleNamed } from './role.ts'
import { allServices } from './service.ts'
import type { Held, ServiceFunction } from './tables.ts'

/** What somebody is given: a role, a function in a service, a mandate. */
export type OfficeKind = 'role' | 'function' | 'mandate'

/** What somebody holds in the authority (fonction, rôle, mandat), with its days. */
export interface Office extends Period {
  id: string
  kind: OfficeKind
  person_id: string
  /** The name of the role, the function in the service, or the title of the mandate. */
  what: string
  service_id: string | null
  held: Held
  /** Whose it is, where it is not their own. */
  for_id: string | null
}

/** What is to be given, and to whom. */
export type NewOffice = Partial<Period> & {
  personId: string
  held?: Held | undefined
  /** In whose place, or by whom it is handed on. */
  forId?: string | null | undefined
} & (
    | { kind: 'role'; what: string }
    | { kind: 'function'; what: ServiceFunction; serviceId: string }
    | { kind: 'mandate'; what: string }
  )

const { compare } = Temporal.PlainDate

const tables = {
  role: 'commons.role_grant',
  function: 'commons.membership',
  mandate: 'commons.mandate',
} as const

const everything = sql`
  select id, 'role' as kind, person_id, role as what, null::uuid as service_id, valid_from, valid_to, held, for_id
  from commons.role_grant
  union all
  select id, 'function', person_id, function, service_id, valid_from, valid_to, held, for_id from commons.membership
  union all
  select id, 'mandate', person_id, title, null, valid_from, valid_to, held, for_id from commons.mandate`

const read = async (where: RawBuilder<unknown>): Promise<Office[]> =>
  (
    await sql<Office>`select o.* from (${everything}) o where ${where}
      order by o.valid_to desc nulls first, o.valid_from desc nulls last, o.kind, o.what, o.id`.execute(
      db(),
    )
  ).rows

/** All that these persons hold, held and will hold, what is open first. */
export const officesOf = (personIds: readonly string[]): Promise<Office[]> =>
  read(sql`o.person_id = any(${[...personIds]}::uuid[])`)

/** Who was who: all that was held on a day, by anybody or by these. */
export const officesOn = (
  day: Temporal.PlainDate,
  personIds?: readonly string[],
): Promise<Office[]> =>
  read(
    sql`${holdsOn(day, 'o')} and ${personIds ? sql`o.person_id = any(${[...personIds]}::uuid[])` : sql`true`}`,
  )

/** All that is held in a service from a day on. */
export const officesIn = (serviceId: string, from: Temporal.PlainDate): Promise<Office[]> =>
  read(sql`o.service_id = ${serviceId} and (o.valid_to is null or o.valid_to > ${from}::date)`)

/**
 * Gives somebody a role, a function or a mandate, from today on unless told. Throws `Invalid` where they hold it on one of these days, where the
 * days are the wrong way round, where they are not there by then, where no folder declares the role, where the service is closed by then, or where who
 * hands it on does not hold it; `ProofNeeded` where it is a role and who gives it has not proved lately who they are.
 */
export async function giveOffice(fresh: NewOffice): Promise<string> {
  const period = {
    valid_from: beginOf(fresh),
    valid_to: fresh.valid_to ?? null,
    held: fresh.held ?? 'own',
    for_id: (fresh.held ?? 'own') === 'own' ? null : (fresh.forId ?? null),
  }
  const { personId: person_id, kind, what } = fresh
  ensureInOrder(period)
  if (kind === 'role') ensureMayGrant([roleNamed(what)])
  if (kind === 'function') await ensureOpen(fresh.serviceId, period)
  if (period.for_id === person_id) throw Invalid.field('for_id', 'directory.office.for_oneself')
  ensureThere(await locked(person_id), period)
  const serviceId = kind === 'function' ? fresh.serviceId : null
  const twin = (await officesOf([person_id])).find(
    (one) =>
      one.kind === kind && one.what === what && one.service_id === serviceId && meet(one, period),
  )
  if (twin) throw Invalid.field('valid_from', 'directory.office.held_already')
  if (period.held === 'delegated')
    await ensureHeld(period.for_id, { kind, what, serviceId }, period)
  const { id } = await write(fresh, { person_id, ...period })
  await refreshPrincipals(person_id)
  await audit('office_given', inShort(fresh.personId, { kind, what }))
  return id
}

/** What is held by whom, as the security log keeps it: names in the place of ids are put where it is read. */
const inShort = (personId: string, { kind, what }: Pick<Office, 'kind' | 'what'>) =>
  `${kind} ${what} ${personId}`

type Row = { person_id: string; held: Held; for_id: string | null } & Period

/** What somebody new begins with, of whom nothing has to be asked; what they bear is reckoned after all of it. */
export const beginWith = (fresh: NewOffice): Promise<{ id: string }> =>
  write(fresh, {
    person_id: fresh.personId,
    valid_from: fresh.valid_from ?? null,
    valid_to: fresh.valid_to ?? null,
    held: 'own',
    for_id: null,
  })

function write(fresh: NewOffice, row: Row): Promise<{ id: string }> {
  if (fresh.kind === 'role')
    return db()
      .insertInto('commons.role_grant')
      .values({ ...row, role: fresh.what })
      .returning('id')
      .executeTakeFirstOrThrow()
  if (fresh.kind === 'function')
    return db()
      .insertInto('commons.membership')
      .values({ ...row, service_id: fresh.serviceId, function: fresh.what })
      .returning('id')
      .executeTakeFirstOrThrow()
  const { held, valid_from } = row
  if (held === 'delegated') throw Invalid.field('held', 'directory.office.mandate_not_delegated')
  return db()
    .insertInto('commons.mandate')
    .values({ ...row, held, valid_from: valid_from ?? todayHere(), title: fresh.what })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** What is given begins today unless told: nothing is held since always. What is over by now says since when it was held. */
function beginOf({ valid_from, valid_to }: NewOffice): Temporal.PlainDate {
  const today = todayHere()
  if (valid_from) return valid_from
  if (valid_to && compare(valid_to, today) <= 0)
    throw Invalid.field('valid_from', 'directory.office.since_when')
  return today
}

/** The last day comes after the first, or is it. Days are kept half open: of one day, the second is the next. */
function ensureInOrder({ valid_from, valid_to }: Period): void {
  if (valid_from && valid_to && Temporal.PlainDate.compare(valid_to, valid_from) <= 0)
    throw Invalid.field('valid_to', 'directory.office.wrong_way')
}

/** Two periods share a day. */
const meet = (one: Period, other: Period): boolean =>
  (!one.valid_from || !other.valid_to || compare(one.valid_from, other.valid_to) < 0) &&
  (!other.valid_from || !one.valid_to || compare(other.valid_from, one.valid_to) < 0)

async function ensureOpen(serviceId: string, { valid_from, valid_to }: Period): Promise<void> {
  const service = (await allServices()).find(({ id }) => id === serviceId)
  const begins = valid_from ?? todayHere()
  if (!service || (service.closed_on && compare(service.closed_on, begins) <= 0))
    throw Invalid.field('service_id', 'directory.service.gone')
  if (service.closed_on && (!valid_to || compare(valid_to, service.closed_on) > 0))
    throw Invalid.field('valid_to', 'directory.office.past_service', { name: service.name })
}

async function ensureHeld(
  forId: string | null,
  { kind, what, serviceId }: { kind: OfficeKind; what: string; serviceId: string | null },
  period: Period,
): Promise<void> {
  const theirs = forId ? await officesOf([forId]) : []
  const isHeld = theirs.some(
    (one) =>
      one.kind === kind &&
      one.what === what &&
      one.service_id === serviceId &&
      one.held !== 'delegated' &&
      meet(one, period),
  )
  if (!isHeld) throw Invalid.field('for_id', 'directory.office.not_theirs')
}

/** Who gives or ends what this person holds goes one after the other. Returns when they leave. Throws `NotFound`. */
async function locked(personId: string): Promise<Departure> {
  const person = await db()
    .selectFrom('commons.person')
    .select(['leaves_on', 'left_at'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  if (!person) throw new NotFound()
  return person
}

interface Departure {
  leaves_on: Temporal.PlainDate | null
  /** Since when they come in no more. */
  left_at: Temporal.Instant | null
}

/** Nobody holds anything from the day on which they are gone; what has no end ends with their departure to come. */
function ensureThere({ leaves_on: gone, left_at }: Departure, { valid_from, valid_to }: Period) {
  if (!gone) return
  const isGone = left_at !== null || compare(gone, todayHere()) <= 0
  const params = { day: formatDate(gone.subtract({ days: 1 }), 'short') }
  if (compare(valid_from ?? todayHere(), gone) >= 0 || (isGone && !valid_to))
    throw Invalid.field('valid_from', 'directory.office.gone', params)
  if (valid_to && compare(valid_to, gone) > 0)
    throw Invalid.field('valid_to', 'directory.office.gone', params)
}

/** One of these, to be ended. Throws `NotFound`. */
export async function officeNamed(kind: OfficeKind, id: string): Promise<Office> {
  const [found] = await read(sql`o.kind = ${kind} and o.id = ${id}`)
  if (!found) throw new NotFound()
  return found
}

/**
 * Ends what is held: `to` is the first day on which it no longer holds. What would not have begun by then is taken
 * away as if it had never been. Those to whom it was handed on lose it with it. Throws `Conflict` where nobody would
 * administer the authority on some day.
 */
export const endOffice = (office: Ended, to: Temporal.PlainDate): Promise<void> =>
  office.kind === 'role' ? administered(() => end(office, to)) : end(office, to)

type Ended = Pick<Office, 'kind' | 'id' | 'person_id'>

async function end(office: Ended, to: Temporal.PlainDate): Promise<void> {
  await locked(office.person_id)
  const { valid_from, kind, what } = await officeNamed(office.kind, office.id)
  const table = tables[office.kind]
  if (valid_from && compare(to, valid_from) <= 0)
    await db().deleteFrom(table).where('id', '=', office.id).execute()
  else await db().updateTable(table).set({ valid_to: to }).where('id', '=', office.id).execute()
  await refreshPrincipals(office.person_id)
  await audit('office_ended', inShort(office.person_id, { kind, what }))
  for (const id of await handedOnBy(office.person_id)) await refreshPrincipals(id)
}

/** Those to whom somebody handed something on. */
async function handedOnBy(personId: string): Promise<string[]> {
  const rows = await read(sql`o.held = 'delegated' and o.for_id = ${personId}`)
  return [...new Set(rows.map(({ person_id }) => person_id))].toSorted()
}
