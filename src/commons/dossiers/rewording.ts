import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import type { Deed, EventData } from '#kernel/events'
import type { HistoryLine } from './history.ts'
import './tables.ts'

/** What history keeps of an act. */
export type History = EventData & {
  /** Of long texts, by their fields, what each said before and says now: kept apart, and shown by a page of its own. */
  texts?: Readonly<Record<string, readonly [before: string, after: string]>>
}

/** In characters: a text that is longer, before or after, is not kept. */
const longest = 200_000
/** The last ones of a field of a dossier. */
const mostKept = 50

/** Keeps what long texts said, in one statement; gives what the lines of history tell, which name them by their ids. */
export async function keepRewordings(
  acts: readonly { dossier: { id: string }; history?: History }[],
): Promise<Deed[]> {
  const rows = acts.flatMap(({ dossier, history }) =>
    Object.entries(history?.texts ?? {}).flatMap(([field, [before, after]]) =>
      Math.max(before.length, after.length) > longest
        ? []
        : [{ id: randomUUID(), dossier_id: dossier.id, field, before, after }],
    ),
  )
  if (rows.length > 0)
    await sql`
      with recent as (
        select id, row_number() over (partition by dossier_id, field order by at desc) as place
        from commons.rewording
        where dossier_id = any(${rows.map((row) => row.dossier_id)}::uuid[])
      ), dropped as (
        delete from commons.rewording r using recent
        where r.id = recent.id and recent.place >= ${mostKept}
      )
      insert into commons.rewording (id, dossier_id, field, before, after)
      select id, dossier_id, field, before, after from jsonb_to_recordset(${asRows(rows)})
        as r (id uuid, dossier_id uuid, field text, before text, after text)`.execute(db())
  return acts.map(({ dossier: { id }, history }) => {
    if (!history?.texts) return { subjectId: id, data: history }
    const kept = rows.filter((row) => row.dossier_id === id).map((row) => [row.field, row.id])
    return { subjectId: id, data: { ...history, texts: Object.fromEntries(kept) } }
  })
}

/** A text of a dossier before and after an edit; null where it is no longer kept. */
export interface Rewording {
  field: string
  kept: { before: string; after: string } | null
}

/** The long texts that a line of history says were rewritten. */
export async function rewordingsOf({ data }: HistoryLine): Promise<Rewording[]> {
  const ids = rewordedIn(data)
  if (ids.size === 0) return []
  const rows = await db()
    .selectFrom('commons.rewording')
    .select(['id', 'before', 'after'])
    .where('id', 'in', [...ids.values()])
    .execute()
  return [...ids].map(([field, id]) => ({
    field,
    kept: rows.find((row) => row.id === id) ?? null,
  }))
}

/** The fields of which a line of history has the texts, each with the id under which they are kept. */
export function rewordedIn({ texts }: EventData): ReadonlyMap<string, string> {
  if (typeof texts !== 'object' || texts === null) return new Map()
  return new Map(Object.entries(texts).map(([field, id]) => [field, String(id)]))
}
