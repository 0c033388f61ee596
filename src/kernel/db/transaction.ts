import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Database } from './pool.ts'
import { builderOn } from './pool.ts'
import type { Tables } from './index.ts'

/** The id of an authority (tenant). */
export type TenantId = string & { readonly tenant: unique symbol }

interface Scope {
  readonly tenantId: TenantId
  readonly builder: Kysely<Tables>
}

const current = new AsyncLocalStorage<Scope>()

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Runs `work` in one transaction for one authority; row-level security shows its rows and no
 * others. Commits when `work` returns, rolls back when it throws. A request or a job is one
 * transaction, so one inside another is a fault. On `publicPool` it sees publications only.
 */
export async function transaction<T>(
  database: Database,
  tenantId: TenantId,
  work: () => Promise<T>,
  pool: pg.Pool = database.pool,
): Promise<T> {
  if (current.getStore()) throw new Error('A transaction is open already')
  // The id goes into the text of the statement, to spare one round trip.
  if (!uuid.test(tenantId)) throw new Error('A tenant id is a UUID')
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`begin; select set_config('app.tenant', '${tenantId}', true)`)
    const result = await current.run({ tenantId, builder: builderOn(client) }, work)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** The query builder of the open transaction. */
export function db(): Kysely<Tables> {
  return scope().builder
}

/** The authority of the open transaction. */
export function currentTenantId(): TenantId {
  return scope().tenantId
}

function scope(): Scope {
  const open = current.getStore()
  if (!open) throw new Error('No transaction is open')
  return open
}
