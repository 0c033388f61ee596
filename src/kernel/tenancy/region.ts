import { AsyncLocalStorage } from 'node:async_hooks'
import { type Database, elsewhere, ofNobody } from '#kernel/db'
import type { Gate } from './gate.ts'
import { restrictionOf } from './restriction.ts'
import { enterTenant, ofNone } from './tenant.ts'

const gates = new AsyncLocalStorage<Gate>()

/** Runs `work` for a page of all authorities: none is set, and what each has made public is reached. */
export const inRegion = <T>(database: Database, gate: Gate, work: () => Promise<T>): Promise<T> =>
  gates.run(gate, () => ofNone(() => ofNobody(database, work)))

/**
 * Goes on in the transaction of such a page for one authority, as its own public pages do, and comes back. Undefined where its own
 * would not answer: there is none of this name, it has this trade off, or is closed.
 */
export async function withinAuthority<T>(
  slug: string,
  trade: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const known = await gates.getStore()?.bySlug(slug)
  if (!known?.trades.has(trade) || restrictionOf(known)?.kind === 'maintenance') return undefined
  return enterTenant(known, () => elsewhere(known.id, work))
}
