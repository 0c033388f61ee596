import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { db, type TenantId } from '#kernel/db'
import { sign } from '#kernel/secrets'
import '#kernel/audit'

/** A line with its link, each as PostgreSQL says it in text; null where one of both is not there. */
export interface Linked {
  seq: string
  line_id: string
  hash: Buffer
  id: string | null
  action: string | null
  actor_id: string | null
  actor_name: string | null
  seen_as_id: string | null
  seen_as_name: string | null
  address: string | null
  subject: string | null
  /** Microseconds since 1970. */
  at: string | null
}

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** What the first line of an authority is bound to. */
export const beginning = (tenantId: string): Buffer => sha256(`beffroi audit ${tenantId}`)

const piece = (value: string | null) =>
  value === null ? '-' : `${Buffer.byteLength(value)}:${value}`

/**
 * The hash of a line after the one before: what `kernel.audit_hash` reckons in the database, reckoned anew here, so that who
 * changes that function is found too.
 */
export function hashOf(before: Uint8Array, tenantId: string, line: Linked): Buffer {
  const { seq, id, action, actor_id, actor_name, seen_as_id, seen_as_name, address, subject, at } =
    line
  const all = [seq, tenantId, id, action, actor_id, actor_name, seen_as_id, seen_as_name]
  return sha256(before, [...all, address, subject, at].map(piece).join(''))
}

/** Where the chain ends now; nothing where nothing was ever written. */
export async function headOfChain(): Promise<{ seq: string; hash: Buffer } | undefined> {
  const { rows } = await sql<{ seq: string; hash: Buffer }>`
    (select seq::text, hash from kernel.audit_link order by audit_link.seq desc limit 1)
    union all
    (select seq::text, hash from kernel.audit_cut order by audit_cut.seq desc limit 1)
    limit 1`.execute(db())
  return rows[0]
}

/** What is signed of a point of the chain. */
export const pointInWords = (tenantId: TenantId | string, seq: string, hash: Uint8Array): string =>
  `${tenantId} ${seq} ${Buffer.from(hash).toString('hex')}`

export const cutPurpose = 'audit cut'

/**
 * Forgets lines from before an instant, from the front of the chain, of the last half year none; a cut that the house signed
 * says where the chain begins, and a line how many went. Returns how many.
 */
export async function forgetAudit(before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ tenant: string; seq: string; hash: Buffer }>`
    with bound as (
      select least(${before.toString()}::timestamptz, now() - interval '180 days') as at),
    kept as (
      select l.seq from kernel.audit_link l join kernel.audit a on (a.tenant_id, a.id) = (l.tenant_id, l.line_id)
      where a.at >= (select at from bound) order by l.seq limit 1)
    select l.tenant_id as tenant, l.seq::text, l.hash from kernel.audit_link l
    where l.seq < coalesce((select seq from kept), 9223372036854775807)
    order by l.seq desc limit 1`.execute(db())
  const [last] = rows
  if (!last) return 0
  const { master, signature } = sign(cutPurpose, pointInWords(last.tenant, last.seq, last.hash))
  const { rows: done } = await sql<{ taken: number }>`
    select kernel.forget_audit(${last.seq}::bigint, ${master}, ${signature})::int as taken`.execute(
    db(),
  )
  return done[0]?.taken ?? 0
}
