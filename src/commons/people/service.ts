import { sql } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { emit, event } from '#kernel/events'
import { isId } from '#kernel/http'
import { enqueue, task } from '#kernel/jobs'
import {
  addService,
  allServices,
  endService,
  moveService,
  officesIn,
  openServiceOn,
  partsAfter,
  renameService,
  reopenService,
  type Service,
  todayHere,
} from '#commons/directory'
import { type Kind, kindNamed, kinds, refreshMany } from '#commons/dossiers'
import { workflows } from '#commons/workflow'

const added = event('people.service.add', { toDossier: false })
const renamed = event('people.service.rename', { toDossier: false })
const moved = event('people.service.move', { toDossier: false })
const closed = event('people.service.close', { toDossier: false })
const reopened = event('people.service.reopen', { toDossier: false })
const handedOver = event('people.service.hand_over', { toDossier: false })

/** A service, whether or not it still is. Throws `NotFound`. */
export async function serviceNamed(id: string | undefined): Promise<Service> {
  const found = id && isId(id) ? (await allServices()).find((one) => one.id === id) : undefined
  if (!found) throw new NotFound()
  return found
}

/** What the form of a service is made from. */
export const standingService = ({ name, parent_id }: Service) => [name, parent_id]

/** The same, which nobody else changes until the transaction ends. */
export async function lockedService(id: string | undefined): Promise<Service> {
  if (id && isId(id))
    await db().selectFrom('commons.service').select('id').where('id', '=', id).forUpdate().execute()
  return serviceNamed(id)
}

/** Adds a service, which may begin on a day that is still to come. */
export async function beginService(fresh: {
  name: string
  parentId: string | null
  firstDay: Temporal.PlainDate | null
}): Promise<string> {
  const { id } = await addService(fresh.name, fresh.parentId)
  if (fresh.firstDay) await openServiceOn(id, fresh.firstDay)
  await emit(added, id, { name: fresh.name })
  return id
}

/** Calls a service otherwise from today on, and makes it part of another. */
export async function changeService(
  { id, name: before, parent_id }: Service,
  { name, parentId }: { name: string; parentId: string | null },
): Promise<void> {
  if (name !== before) {
    await renameService(id, name)
    await emit(renamed, id, { name, before })
  }
  if (parentId !== parent_id) {
    await moveService(id, parentId)
    await emit(moved, id, { name: parentId ? (await serviceNamed(parentId)).name : '' })
  }
}

/** What a service still has. */
export interface ServiceHolds {
  people: number
  /** Dossiers in a state that is not the last. */
  dossiers: number
  parts: Service[]
}

export async function holdsOf({ id }: Service, from = todayHere()): Promise<ServiceHolds> {
  const offices = await officesIn(id, from)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from commons.dossier d where d.service_id = ${id} and ${isOpen()}`.execute(
    db(),
  )
  return {
    people: new Set(offices.map(({ person_id }) => person_id)).size,
    dossiers: rows[0]?.count ?? 0,
    parts: partsAfter(await allServices(), id, from),
  }
}

/** Of a dossier `d`: something may still become of it. */
function isOpen() {
  const ended = workflows
    .every()
    .flatMap(({ kind, states }) =>
      Object.entries(states).flatMap(([state, { final }]) => (final ? `${kind} ${state}` : [])),
    )
  return sql<boolean>`not (d.kind || ' ' || d.state) = any(${ended}::text[])`
}

/**
 * Closes a service: `gone` is the first day on which it no longer is. What people do in it and its open dossiers go to
 * its successor that day. Throws `Conflict` where it has any and no successor, or parts that go on.
 */
export async function closeServiceOn(
  service: Service,
  { gone, successorId }: { gone: Temporal.PlainDate; successorId: string | null },
): Promise<void> {
  const { dossiers } = await holdsOf(service, gone)
  ensure(dossiers === 0 || successorId, Conflict, 'people.service.has_dossiers', {
    name: service.name,
    count: dossiers,
  })
  await endService(service.id, { gone, successorId })
  await emit(closed, service.id, {
    name: service.name,
    day: gone.toString(),
    successor: successorId,
  })
  if (Temporal.PlainDate.compare(gone, todayHere()) <= 0) await enqueue(handOver, {})
}

/** A service that was to close goes on; what people did there is to be given anew. */
export async function goOnWith({ id, name }: Service): Promise<void> {
  await reopenService(id)
  await emit(reopened, id, { name })
}

/** How many dossiers are handed over at a time: others work beside it. */
const batch = 200

/** Hands the open dossiers of services that have closed over to those that go on in their place, until none is left. */
export const handOver = task('people.hand_over', z.object({}), async () => {
  const { rows } = await sql<{
    id: string
    kind: string
    service_id: string
    successor_id: string
  }>`
    select d.id, d.kind, d.service_id, s.successor_id
    from commons.dossier d join commons.service s on s.id = d.service_id
    where s.closed_on <= ${todayHere()}::date and s.successor_id is not null and ${isOpen()}
      and d.kind = any(${kinds.every().map(({ name }) => name)}::text[])
    order by d.id limit ${batch} for no key update of d`.execute(db())
  if (rows.length === 0) return
  await sql`update commons.dossier d set service_id = s.successor_id, version = version + 1
    from commons.service s where s.id = d.service_id
      and d.id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db())
  for (const name of new Set(rows.map(({ kind }) => kind)))
    // Each kind is given the rows of its own table.
    await refreshMany(
      kindNamed(name) as Kind<object>,
      rows.filter(({ kind }) => kind === name),
    )
  for (const id of new Set(rows.map(({ service_id }) => service_id)))
    await emit(handedOver, id, {
      count: rows.filter(({ service_id }) => service_id === id).length,
    })
  await enqueue(handOver, {})
})
