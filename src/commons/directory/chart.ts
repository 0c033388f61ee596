import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid, NotFound } from '#kernel/errors'
import { folded } from '#kernel/i18n'
import { endOffice, giveOffice, type Office, officesIn } from './office.ts'
import { type Period, todayHere } from './period.ts'
import { allServices, everyService, type Service } from './service.ts'
import type { ServiceFunction } from './tables.ts'

/** A name that a service bore before. */
export interface PastName extends Period {
  service_id: string
  called: string
  valid_to: Temporal.PlainDate
}

/** All services, locked: who changes the chart goes one after the other. Throws `NotFound` where this one is none. */
async function lockedChart(id: string): Promise<{ one: Service; all: Service[] }> {
  await sql`select id from commons.service order by id for update`.execute(db())
  everyService.forget()
  const all = await allServices()
  const one = all.find((service) => service.id === id)
  if (!one) throw new NotFound()
  return { one, all }
}

/** Gives a service another name from today on; on the days before it keeps the old one. Throws `Invalid` where it is taken. */
export async function renameService(id: string, name: string): Promise<void> {
  const { one, all } = await lockedChart(id)
  if (one.name === name) return
  if (all.some((other) => other.id !== id && folded(other.name) === folded(name)))
    throw Invalid.field('name', 'directory.service.taken', { name })
  const [last] = (await pastNames(id)).toReversed()
  const from = last?.valid_to ?? one.opened_on
  // One that has not begun bore its name on no day.
  if (!from || Temporal.PlainDate.compare(from, todayHere()) <= 0)
    await db()
      .insertInto('commons.service_past_name')
      .values({ service_id: id, called: one.name, valid_from: from, valid_to: todayHere() })
      .execute()
  await db().updateTable('commons.service').set({ name }).where('id', '=', id).execute()
  everyService.forget()
}

/** What a service was called before, the oldest first. */
export function pastNames(id: string): Promise<PastName[]> {
  return db()
    .selectFrom('commons.service_past_name')
    .select(['service_id', 'called', 'valid_from', 'valid_to'])
    .where('service_id', '=', id)
    .orderBy('valid_to')
    .orderBy('id')
    .execute()
}

/** What services were called on a day, by id. */
export async function serviceNamesOn(
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, string>> {
  const before = await db()
    .selectFrom('commons.service_past_name')
    .select(['service_id', 'called'])
    .where('valid_to', '>', day)
    .orderBy('valid_to', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const now = (await allServices()).map(({ id, label }): [string, string] => [id, label])
  // The last that is set is the first that was borne after the day.
  return new Map([
    ...now,
    ...before.map(({ service_id, called }): [string, string] => [service_id, called]),
  ])
}

/** Makes a service part of another, or of none. Throws `Invalid` where that one is part of it, or closed. */
export async function moveService(id: string, parentId: string | null): Promise<void> {
  const { all } = await lockedChart(id)
  for (let above = parentId; above; above = parentOf(all, above))
    if (above === id) throw Invalid.field('parent_id', 'directory.service.within_itself')
  if (parentId && all.find((one) => one.id === parentId)?.closed_on !== null)
    throw Invalid.field('parent_id', 'directory.service.gone')
  await db()
    .updateTable('commons.service')
    .set({ parent_id: parentId })
    .where('id', '=', id)
    .execute()
  everyService.forget()
}

const parentOf = (all: readonly Service[], id: string) =>
  all.find((one) => one.id === id)?.parent_id ?? null

/** A service begins on a day: it is not proposed before. */
export async function openServiceOn(id: string, day: Temporal.PlainDate | null): Promise<void> {
  await db().updateTable('commons.service').set({ opened_on: day }).where('id', '=', id).execute()
  everyService.forget()
}

/** Those of its parts that go on after a day. */
export const partsAfter = (
  all: readonly Service[],
  id: string,
  day: Temporal.PlainDate,
): Service[] =>
  all.filter(
    ({ parent_id, closed_on }) =>
      parent_id === id && (!closed_on || Temporal.PlainDate.compare(closed_on, day) > 0),
  )

/**
 * Ends a service: `gone` is the first day on which it no longer is. What people do in it ends that day, and goes on in
 * its successor where it has one. Throws `Conflict` where it is closed, where it has parts or people and no successor,
 * `Invalid` where the successor is closed by then.
 */
export async function endService(
  id: string,
  { gone, successorId }: { gone: Temporal.PlainDate; successorId: string | null },
): Promise<void> {
  const { one, all } = await lockedChart(id)
  ensure(one.closed_on === null, Conflict, 'directory.service.closed_already', { name: one.name })
  if (one.opened_on && Temporal.PlainDate.compare(gone, one.opened_on) <= 0)
    throw Invalid.field('last_day', 'directory.service.closed_before_opened')
  ensureSuccessor(one, all, { gone, successorId })
  const parts = partsAfter(all, id, gone)
  const names = parts.map(({ name }) => name).join(', ')
  ensure(parts.length === 0, Conflict, 'directory.service.has_parts', { name: one.name, names })
  const offices = await officesIn(id, gone)
  ensure(offices.length === 0 || successorId, Conflict, 'directory.service.has_people', {
    ...{ name: one.name, count: new Set(offices.map(({ person_id }) => person_id)).size },
  })
  for (const office of offices) await goOn(office, { gone, successorId })
  await db()
    .updateTable('commons.service')
    .set({ closed_on: gone, successor_id: successorId })
    .where('id', '=', id)
    .execute()
  everyService.forget()
}

function ensureSuccessor(
  { id }: Service,
  all: readonly Service[],
  { gone, successorId }: { gone: Temporal.PlainDate; successorId: string | null },
): void {
  if (!successorId) return
  const successor = all.find((one) => one.id === successorId)
  const isThere =
    successor &&
    successorId !== id &&
    (!successor.closed_on || Temporal.PlainDate.compare(successor.closed_on, gone) > 0)
  if (!isThere) throw Invalid.field('successor_id', 'directory.service.gone')
}

/** What somebody does in a service that ends goes on in its successor, unless they do it there already. */
async function goOn(
  office: Office,
  { gone, successorId }: { gone: Temporal.PlainDate; successorId: string | null },
): Promise<void> {
  const { person_id: personId, what, valid_from, valid_to, held, for_id } = office
  await endOffice(office, gone)
  if (!successorId) return
  const begins = valid_from && Temporal.PlainDate.compare(valid_from, gone) > 0 ? valid_from : gone
  const there = await officesIn(successorId, begins)
  if (there.some((one) => one.person_id === personId && one.what === what)) return
  await giveOffice({
    ...{ kind: 'function', personId, serviceId: successorId },
    // It is one of a membership.
    what: what as ServiceFunction,
    ...{ valid_from: begins, valid_to },
    // What is handed on ended with what its holder had; it is theirs from here on.
    ...(held === 'acting' && { held, forId: for_id }),
  })
}

/** A service goes on after all, as long as its day has not come. What people did there was ended: it is given anew. */
export async function reopenService(id: string): Promise<void> {
  const { one } = await lockedChart(id)
  ensure(one.closed_on, Conflict, 'directory.service.open', { name: one.name })
  await db()
    .updateTable('commons.service')
    .set({ closed_on: null, successor_id: null })
    .where('id', '=', id)
    .execute()
  everyService.forget()
}
