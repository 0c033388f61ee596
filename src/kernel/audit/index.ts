import { AsyncLocalStorage } from 'node:async_hooks'
import { type Generated, sql } from 'kysely'
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
  | 'program_refused'
  | 'program_token'
  | 'sign_in'
  | 'sign_in_refused'
  | 'sign_in_braked'
  | 'sign_out'
  | 'passkey_added'
  | 'passkey_refused'
  | 'passkey_removed'
  | 'proof'
  | 'proof_refused'
  | 'second_factor'
  | 'second_factor_refused'
  | 'second_factor_removed'
  | 'recovery_codes'
  | 'session_ended'
  | 'password_changed'
  | 'password_refused'
  | 'password_set'
  | 'password_link'
  | 'email_changed'
  | 'refused'
  | 'download'
  | 'import'
  | 'identifier_read'
  | 'authority_opened'
  | 'authority_hosts'

/** What a request tells of where it comes from. */
export interface Whence {
  /** The network address. */
  readonly address: string
  /** What the browser or program calls itself (User-Agent). */
  readonly agent?: string | undefined
  /** The address of the house at which it asks: `https://beauval.be`. */
  readonly origin?: string | undefined
}

const current = new AsyncLocalStorage<Whence>()

/** Runs `work` on behalf of a network address, which audit lines then bear. */
export function fromAddress<T>(from: string | Whence, work: () => T): T {
  return current.run(typeof from === 'string' ? { address: from } : from, work)
}

/** Where the current request comes from; nothing in a job. */
export const whence = (): Partial<Whence> => current.getStore() ?? {}

/** The network address of the current request; null in a job. */
export const currentAddress = (): string | null => whence().address ?? null

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

/**
 * Forgets lines from before an instant, of the last half year none; where there were any, a line says how many.
 * Returns how many.
 */
export async function forgetAudit(before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ taken: number }>`
    select kernel.forget_audit(${before.toString()}::timestamptz)::int as taken`.execute(db())
  return rows[0]?.taken ?? 0
}
