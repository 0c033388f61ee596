import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { auditedActions } from '#kernel/audit'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import type { Asked } from './schema.ts'
import { namedIn } from './subjects.ts'

/** A line of the security log (journal de sécurité). */
export interface AuditLine {
  /** Its number in the chain: in the order of writing, without gaps. */
  seq: string
  id: string
  at: Temporal.Instant
  action: string
  actor_id: string | null
  actor_name: string
  seen_as_id: string | null
  seen_as_name: string | null
  address: string | null
  subject: string | null
}

/** All that lines say, with what the database writes by itself. */
export const allActions = [...auditedActions, 'forgotten'] as const

const pageSize = 100

const start = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant().toString()
const holding = (words: string) => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

function narrowed(
  { who, action, on, address, from, to, person }: Asked,
  named: readonly string[],
): RawBuilder<SqlBool> {
  const all: RawBuilder<SqlBool>[] = [sql<SqlBool>`true`]
  if (who) {
    const like = holding(who)
    all.push(sql`(a.actor_name ilike ${like} or a.seen_as_name ilike ${like})`)
  }
  if (action) all.push(sql`a.action = ${action}`)
  if (on) all.push(sql`a.subject ilike any(${[on, ...named].map(holding)}::text[])`)
  if (address) all.push(sql`a.address = ${address}`)
  if (person) all.push(sql`(a.actor_id = ${person}::uuid or a.seen_as_id = ${person}::uuid)`)
  if (from) all.push(sql`a.at >= ${start(from)}::timestamptz`)
  if (to) all.push(sql`a.at < ${start(to.add({ days: 1 }))}::timestamptz`)
  return sql.join(all, sql` and `)
}

/** The lines that are asked for, the last first; `after` is the number of the last one of the page before. */
export async function linesOf(
  asked: Asked,
  { after, most = pageSize }: { after?: string; most?: number } = {},
): Promise<{ lines: AuditLine[]; next: string | null }> {
  const key = /^\d{1,18}$/.test(after ?? '') ? after : '9223372036854775807'
  const { rows } = await sql<AuditLine>`
    select l.seq::text, a.id, a.at, a.action, a.actor_id, a.actor_name, a.seen_as_id, a.seen_as_name, a.address, a.subject
    from kernel.audit_link l join kernel.audit a on (a.tenant_id, a.id) = (l.tenant_id, l.line_id)
    where l.seq < ${key}::bigint and ${narrowed(asked, await namedIn(asked.on))}
    order by l.seq desc limit ${most + 1}`.execute(db())
  const lines = rows.slice(0, most)
  return { lines, next: rows.length > most ? (lines.at(-1)?.seq ?? null) : null }
}

/** What the last walk over the chain said; nothing where none was made. */
export async function lastCheck(): Promise<AuditLine | undefined> {
  const { rows } = await sql<AuditLine>`
    select '' as seq, a.* from kernel.audit a where a.action in ('verified', 'broken') order by a.at desc limit 1`.execute(
    db(),
  )
  return rows[0]
}
