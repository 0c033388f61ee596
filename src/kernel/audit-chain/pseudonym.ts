import { sql } from 'kysely'
import { currentTenantId, db } from '#kernel/db'
import { blindIndex } from '#kernel/secrets'
import { beginning, hashOf, type Linked } from './chain.ts'

/** Signed by a key of the authority that is wrapped by the master key, and is never made anew: its rotation changes nothing. */
const signatures = { table: 'kernel.audit_pseudonym', column: 'signature' } as const
const pageSize = 5000

/** What stands in the place of the name of somebody who was erased: the same in all lines, of their id, and of nothing else. */
export const pseudonymOf = (id: string): string => `erased:${id.slice(-8)}`

/**
 * What is signed of a line that says a pseudonym: its place, the hash before it and its own, which are of its writing, and
 * what it says since.
 */
const words = (tenantId: string, before: Uint8Array, line: Linked): string =>
  [
    ...[tenantId, line.seq, Buffer.from(before).toString('hex'), line.hash.toString('hex')],
    hashOf(line.hash, tenantId, line).toString('hex'),
  ].join(' ')

/** Whether the house let this line say a pseudonym. */
export const isPseudonymised = async (
  tenantId: string,
  before: Uint8Array,
  line: Linked,
  signature: Buffer,
): Promise<boolean> =>
  (await blindIndex(signatures, words(tenantId, before, line))).equals(signature)

interface Named extends Linked {
  actor_name: string
  before: Buffer | null
}

/**
 * Lets the lines of somebody who is erased say a pseudonym: their name where they acted or were seen as, and whatever of
 * `said` (logins, addresses, names) stands in what lines are about. Their id stays: it is nobody’s any more, or that of a
 * name that acts keep. Returns how many lines.
 */
export async function pseudonymise(id: string, said: readonly string[]): Promise<number> {
  const pseudonym = pseudonymOf(id)
  const written = said.filter((one) => one.trim().length >= 3)
  const found = written.map(
    (one) => new RegExp(`(?<![\\p{L}\\d])${RegExp.escape(one)}(?![\\p{L}\\d])`, 'giu'),
  )
  let [after, count] = ['0', 0]
  for (;;) {
    const page = await linesOf(id, written, after)
    const fresh = page.flatMap((line) => {
      const now = {
        ...line,
        actor_name: line.actor_id === id ? pseudonym : line.actor_name,
        seen_as_name: line.seen_as_id === id ? pseudonym : line.seen_as_name,
        subject: found.reduce(
          (text, one) => text?.replaceAll(one, pseudonym) ?? null,
          line.subject,
        ),
      }
      const isSame = (['actor_name', 'seen_as_name', 'subject'] as const).every(
        (name) => now[name] === line[name],
      )
      return isSame ? [] : [now]
    })
    if (fresh.length > 0) count += await write(fresh)
    const last = page.at(-1)
    if (!last || page.length < pageSize) return count
    after = last.seq
  }
}

async function linesOf(id: string, said: readonly string[], after: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select l.seq::text, l.line_id::text, l.hash, a.id::text, a.action, a.actor_id::text, a.actor_name,
      a.seen_as_id::text, a.seen_as_name, a.address, a.subject,
      (extract(epoch from a.at) * 1000000)::bigint::text as at,
      coalesce((select b.hash from kernel.audit_link b where b.seq = l.seq - 1),
        (select c.hash from kernel.audit_cut c where c.seq = l.seq - 1)) as before
    from kernel.audit_link l join kernel.audit a on (a.tenant_id, a.id) = (l.tenant_id, l.line_id)
    where l.seq > ${after}::bigint and (a.actor_id = ${id} or a.seen_as_id = ${id}
      or exists (select from unnest(${[...said]}::text[]) s (said) where position(lower(s.said) in lower(a.subject)) > 0))
    order by l.seq limit ${pageSize}`.execute(db())
  return rows
}

async function write(lines: readonly Named[]): Promise<number> {
  const tenantId = currentTenantId()
  const signed: Buffer[] = []
  for (const line of lines)
    signed.push(
      await blindIndex(signatures, words(tenantId, line.before ?? beginning(tenantId), line)),
    )
  const { rows } = await sql<{ changed: number }>`
    select kernel.pseudonymise_audit(
      ${lines.map(({ seq }) => seq)}::bigint[], ${lines.map(({ actor_name }) => actor_name)}::text[],
      ${lines.map(({ seen_as_name }) => seen_as_name)}::text[], ${lines.map(({ subject }) => subject)}::text[],
      ${signed}::bytea[])::int as changed`.execute(db())
  return rows[0]?.changed ?? 0
}
