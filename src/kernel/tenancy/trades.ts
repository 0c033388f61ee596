import { type Generated, sql } from 'kysely'
import { actor } from '#kernel/access'
import { afterCommit, currentTenantId, db } from '#kernel/db'
import { forget } from './gate.ts'

interface TradeTable {
  tenant_id: Generated<string>
  module: string
  since: Generated<Temporal.Instant>
  by_name: string
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.trade': TradeTable
  }
}

/** A trade that the authority has on (métier activé). */
interface Trade {
  module: string
  since: Temporal.Instant
  /** Who switched it on; empty for one that was there before anybody could. */
  by_name: string
}

/** The trades that are on, as they are written now; `tenant().trades` may be some seconds old. */
export function tradesOn(): Promise<Trade[]> {
  return db()
    .selectFrom('kernel.trade')
    .select(['module', 'since', 'by_name'])
    .where('tenant_id', '=', currentTenantId())
    .execute()
}

/** Writes that these trades are on; those that are stay as they were. */
export async function putOn(modules: readonly string[]): Promise<void> {
  if (modules.length === 0) return
  await db()
    .insertInto('kernel.trade')
    .values(modules.map((module) => ({ module, by_name: actor().name })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  forgetOnceWritten()
}

/** Writes that a trade is off. */
export async function takeOff(module: string): Promise<void> {
  await db()
    .deleteFrom('kernel.trade')
    .where('tenant_id', '=', currentTenantId())
    .where('module', '=', module)
    .execute()
  forgetOnceWritten()
}

/** The gates of this process read the authority again; those of other processes within seconds. */
function forgetOnceWritten(): void {
  const id = currentTenantId()
  afterCommit(() => forget(id))
}

/** Makes those wait who switch trades of this authority, or hold jobs of one, until the transaction ends. */
export async function lockTrades(): Promise<void> {
  const name = `trades ${currentTenantId()}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db())
}
