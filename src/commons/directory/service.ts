import { sql } from 'kysely'
import { actor, isSystem } from '#kernel/access'
import { db, loadedOnce } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { todayHere } from './period.ts'
import './tables.ts'

/** A service of the authority (service communal). */
export interface Service {
  id: string
  name: string
  /** With the services of which it is part: « Direction financière - Taxes ». */
  label: string
  /** Of which it is part. */
  parent_id: string | null
  /** Its first day; null: it always was. */
  opened_on: Temporal.PlainDate | null
  /** The first day on which it no longer exists. */
  closed_on: Temporal.PlainDate | null
  /** Which goes on in its place. */
  successor_id: string | null
}

/** All services that ever were, for the names on old dossiers, in the order of the chart. */
export const allServices = (): Promise<Service[]> => everyService.get()

export const everyService = loadedOnce(load)

async function load(): Promise<Service[]> {
  const rows = await db()
    .selectFrom('commons.service')
    .select(['id', 'name', 'parent_id', 'opened_on', 'closed_on', 'successor_id'])
    .orderBy('position')
    .orderBy(sql`name collate kernel.french_order`)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const label = ({ name, parent_id }: (typeof rows)[number]): string => {
    const parent = byId.get(parent_id ?? '')
    return parent ? `${label(parent)} - ${name}` : name
  }
  return rows.map((row) => ({ ...row, label: label(row) }))
}

/** The services that exist today, in the order of the authority's chart. */
export async function services(): Promise<Service[]> {
  const today = todayHere()
  return (await allServices()).filter(
    ({ opened_on, closed_on }) =>
      (!opened_on || Temporal.PlainDate.compare(opened_on, today) <= 0) &&
      (!closed_on || Temporal.PlainDate.compare(today, closed_on) < 0),
  )
}

/** The services in which the one who acts may write: where they are an editor or the head. */
export async function writableServices(): Promise<Service[]> {
  const all = await services()
  if (isSystem()) return all
  const mine = new Set(actor().principals)
  return all.filter(({ id }) => mine.has(`service:${id}:editor`) || mine.has(`service:${id}:head`))
}

/** The ids of the services in which the one who acts works, whatever they do there. */
export function myServices(): string[] {
  return actor().principals.flatMap((one) => one.match(/^service:([\da-f-]{36})$/)?.[1] ?? [])
}

/** Throws `Invalid` on a field where the service that was chosen is none, or exists no more. */
export async function ensureService(id: string, field: string): Promise<void> {
  const open = await services()
  if (!open.some((one) => one.id === id)) throw Invalid.field(field, 'directory.service.gone')
}

/**
 * Adds a service at the end of the chart, or after the others of the one it is part of. Throws
 * `Invalid` where the name is taken.
 */
export async function addService(name: string, parentId: string | null = null): Promise<Service> {
  if (parentId) await ensureService(parentId, 'parent_id')
  const position = await nextPosition(parentId)
  await db()
    .updateTable('commons.service')
    .set((e) => ({ position: e('position', '+', 1) }))
    .where('position', '>=', position)
    .execute()
  const added = await db()
    .insertInto('commons.service')
    .values({ name, position, parent_id: parentId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  everyService.forget()
  const service = (await allServices()).find(({ id }) => id === added?.id)
  if (!service) throw Invalid.field('name', 'directory.service.taken', { name })
  return service
}

/** The place after a service and all that is part of it; without one, after all. */
async function nextPosition(parentId: string | null): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    with recursive part as (
      select id, position from commons.service
      where ${parentId}::uuid is null or id = ${parentId}
      union
      select s.id, s.position from commons.service s join part p on s.parent_id = p.id
    )
    select coalesce(max(position), 0) + 1 as next from part`.execute(db())
  return rows[0]?.next ?? 1
}

/** Ends a service today: it is proposed no more, and dossiers keep its name. */
export async function closeService(id: string): Promise<void> {
  await db()
    .updateTable('commons.service')
    .set({ closed_on: todayHere() })
    .where('id', '=', id)
    .where('closed_on', 'is', null)
    .execute()
  everyService.forget()
}
