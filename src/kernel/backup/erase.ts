import type pg from 'pg'
import type { Database } from '#kernel/db'
import { dropFilesOf } from '#kernel/files'
import type { HouseTimer } from '#kernel/jobs'
import { log } from '#kernel/log'
import { Restriction } from '#kernel/tenancy'
import { enter, inAnyOrder, tablesIn } from './tables.ts'

/** What is left of an authority that was erased (certificat d’effacement). */
export interface Erasure {
  id: string
  erased_id: string
  slug: string
  name: string
  /** When its end was asked for; null where it was erased at once. */
  asked_at: Temporal.Instant | null
  erased_at: Temporal.Instant
  /** How many rows were of each table. */
  rows: Record<string, number>
  /** SHA-256 of the export that was made before. */
  export_hash: string | null
}

/**
 * Erases an authority: its rows, its jobs, its hosts, then its files. Nothing of it is kept but the certificate that it
 * was. With `dueBy`, only if its end was asked for and its delay is over; else null.
 */
export async function eraseAuthority(
  { owner }: Database,
  tenantId: string,
  dueBy?: Date,
): Promise<Erasure | null> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    const { rows: found } = await client.query<{
      slug: string
      name: string
      restriction: unknown
    }>('select slug, name, restriction from kernel.tenant where id = $1 for update', [tenantId])
    const [authority] = found
    const restriction = Restriction.nullable().parse(authority?.restriction ?? null)
    const due = restriction?.eraseAfter
    if (!authority || (dueBy && !(due && new Date(due) <= dueBy))) {
      await client.query('rollback')
      client.release()
      return null
    }
    const erased = await eraseRows(client, tenantId)
    const { rows } = await client.query<Erasure>(
      `insert into kernel.erasure (erased_id, slug, name, asked_at, rows, export_hash)
       values ($1, $2, $3, $4, $5, $6) returning *`,
      [
        ...[tenantId, authority.slug, authority.name, due ? restriction.since : null],
        ...[Object.fromEntries(erased), restriction?.exportHash ?? null],
      ],
    )
    await client.query('commit')
    client.release()
    await dropFilesOf(tenantId)
    return rows[0] ?? null
  } catch (failure) {
    client.release(true) // What was begun goes with the connection.
    throw failure
  }
}

async function eraseRows(client: pg.ClientBase, tenantId: string): Promise<Map<string, number>> {
  const erased = new Map<string, number>()
  await enter(client, tenantId)
  const tables = await tablesIn(client)
  const order = await inAnyOrder(client, tables)
  for (const { name } of tables.filter(({ ofAuthority }) => ofAuthority)) {
    const { rowCount } = await client.query(`delete from ${name} where tenant_id = $1`, [tenantId])
    if (rowCount) erased.set(name, rowCount)
  }
  await client.query(`delete from graphile_worker._private_jobs where payload ->> 'tenant' = $1`, [
    tenantId,
  ])
  await client.query('delete from kernel.tenant where id = $1', [tenantId])
  await order.done()
  return erased
}

/** The certificates of all that were erased, the last first. */
export async function erasures({ owner }: Database): Promise<Erasure[]> {
  const { rows } = await owner.query<Erasure>('select * from kernel.erasure order by id desc')
  return rows
}

/** Each night: authorities whose end was asked for and not undone within its delay are erased. */
export const eraseDueOnes: HouseTimer = {
  name: 'kernel.erase_due_authorities',
  at: '40 2 * * *',
  run: async (database) => {
    await eraseDue(database)
  },
}

/** Erases those that are due; returns what is left of them. */
export async function eraseDue(database: Database, now = new Date()): Promise<Erasure[]> {
  const { rows } = await database.owner.query<{ id: string }>(
    `select id from kernel.tenant where restriction ->> 'eraseAfter' <= $1 order by id`,
    [now.toISOString()],
  )
  const done: Erasure[] = []
  for (const { id } of rows) {
    const erased = await eraseAuthority(database, id, now)
    if (!erased) continue
    log('warn', 'authority erased', { authority: erased.slug, certificate: erased.id })
    done.push(erased)
  }
  return done
}
