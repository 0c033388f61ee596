import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { isId, optionalDay, optionalId, optionalLine } from '#kernel/http'
import { seen } from '#commons/dossiers'
import type { EntryKind } from './tables.ts'

/** An entry of the register, as lists show it. */
export interface Entry {
  id: string
  organ_id: string
  organ: string
  seq: number
  kind: EntryKind
  reference: string
  about_id: string
  meeting_id: string
  day: Temporal.PlainDate
  title: string
  written_at: Temporal.Instant
  written_by: string
  hash: string
}

/** What is asked for: the entries of an organ, of some days, with some words, of a meeting. */
export const Asked = z.object({
  organ: optionalId(),
  from: optionalDay({ since: 1900, ahead: 1 }).default(null),
  to: optionalDay({ since: 1900, ahead: 1 }).default(null),
  words: optionalLine(200),
})
export type Asked = z.output<typeof Asked> & { meeting?: string }

const pageSize = 100

const holding = (words: string) => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

function narrowed({ organ, from, to, words, meeting }: Asked): RawBuilder<SqlBool> {
  const all: RawBuilder<SqlBool>[] = [sql<SqlBool>`${seen()}`]
  if (organ) all.push(sql`e.organ_id = ${organ}`)
  if (from) all.push(sql`e.day >= ${from}`)
  if (to) all.push(sql`e.day <= ${to}`)
  if (meeting) all.push(sql`e.meeting_id = ${meeting}`)
  if (words) all.push(sql`(e.title ilike ${holding(words)} or e.reference ilike ${holding(words)})`)
  return sql.join(all, sql` and `)
}

/** The entries that the one who acts may read, the last first; `after` is the id of the last one of the page before. */
export async function entriesOf(
  asked: Asked,
  { after = '', most = pageSize }: { after?: string; most?: number } = {},
): Promise<{ entries: Entry[]; next: string | null }> {
  const beyond = isId(after) ? sql`and e.id < ${after}` : sql``
  const { rows } = await sql<Entry>`
    select e.id, e.organ_id, o.name as organ, e.seq, e.kind, e.reference, e.about_id, e.meeting_id, e.day, e.title,
      e.written_at, e.written_by, e.hash
    from register.entry e join commons.dossier d on (d.tenant_id, d.id) = (e.tenant_id, e.about_id)
    join commons.organ o on (o.tenant_id, o.id) = (e.tenant_id, e.organ_id)
    where ${narrowed(asked)} ${beyond}
    order by e.id desc limit ${most + 1}`.execute(db())
  const entries = rows.slice(0, most)
  return { entries, next: rows.length > most ? (entries.at(-1)?.id ?? null) : null }
}

/** One entry with its words, where the one who acts may read it. Throws `NotFound`. */
export async function entryNamed(id: string | undefined): Promise<Entry & { content: string }> {
  if (!id || !isId(id)) throw new NotFound()
  const { rows } = await sql<Entry & { content: string }>`
    select e.*, o.name as organ
    from register.entry e join commons.dossier d on (d.tenant_id, d.id) = (e.tenant_id, e.about_id)
    join commons.organ o on (o.tenant_id, o.id) = (e.tenant_id, e.organ_id)
    where e.id = ${id} and ${seen()}`.execute(db())
  const [entry] = rows
  if (!entry) throw new NotFound()
  return entry
}

/** The entries of a meeting in their order, with their words. */
export async function entriesIn(meetingId: string): Promise<(Entry & { content: string })[]> {
  const { rows } = await sql<Entry & { content: string }>`
    select e.*, o.name as organ
    from register.entry e join commons.dossier d on (d.tenant_id, d.id) = (e.tenant_id, e.about_id)
    join commons.organ o on (o.tenant_id, o.id) = (e.tenant_id, e.organ_id)
    where e.meeting_id = ${meetingId} and ${seen()} order by e.seq`.execute(db())
  return rows
}
