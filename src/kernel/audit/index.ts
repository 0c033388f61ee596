import { AsyncLocalStorage } from 'node:async_hooks'
import type { Generated } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'

interface AuditTable {
  tenant_id: Generated<string>
  id: Generated<string>
  action: string
  actor_id: string | null
  actor_name: string
  address: string | null
  subject: string | null
  at: Generated<Temporal.Instant>
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.audit': AuditTable
  }
}

export type AuditedAction =
  | 'sign_in'
  | 'sign_in_refused'
  | 'sign_out'
  | 'refused'
  | 'download'
  | 'import'

const address = new AsyncLocalStorage<string>()

/** Runs `work` on behalf of a network address, which audit lines then bear. */
export function fromAddress<T>(from: string, work: () => T): T {
  return address.run(from, work)
}

/** The network address of the current request; null in a job. */
export function currentAddress(): string | null {
  return address.getStore() ?? null
}

/** Writes a line of audit in the open transaction: who, from where, what, on what. */
export async function audit(action: AuditedAction, subject: string | null): Promise<void> {
  const who = actor()
  await db()
    .insertInto('kernel.audit')
    .values({
      action,
      subject,
      actor_id: who.id,
      actor_name: who.name,
      address: currentAddress(),
    })
    .execute()
}

/** How many sign-ins were refused since an instant, for a login or from an address. */
export async function refusalsSince(
  since: Temporal.Instant,
  by: { subject: string } | { address: string },
): Promise<number> {
  const query = db()
    .selectFrom('kernel.audit')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('action', '=', 'sign_in_refused')
    .where('at', '>', since)
  const row = await (
    'subject' in by
      ? query.where('subject', '=', by.subject)
      : query.where('address', '=', by.address)
  ).executeTakeFirstOrThrow()
  return row.count
}
