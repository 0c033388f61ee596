import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { slot, tradesUnseen } from '#kernel/module'

/** What search knows of a dossier. */
export interface SearchEntry {
  subjectId: string
  kind: string
  title: string
  reference: string
  /** Plain text: everything else in which words are looked for. */
  body: string
  /** The principals who may find it. */
  readers: readonly string[]
}

export interface Found {
  subject_id: string
  kind: string
  title: string
  reference: string
  changed_at: Temporal.Instant
}

/** Says on which page a dossier of some kind is shown. */
export const resultPaths = slot<(kind: string, id: string) => string>('result-paths')

/** Makes dossiers findable, or brings what is known of them up to date, in one statement. */
export async function indexForSearch(entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    select kernel.index_dossier("subjectId", kind, title, reference, body, readers)
    from jsonb_to_recordset(${asRows(entries)})
      as e ("subjectId" uuid, kind text, title text, reference text, body text, readers text[])`.execute(
    db(),
  )
}

/** Makes a dossier that is erased findable no more. */
export async function forgetForSearch(subjectId: string): Promise<void> {
  await sql`select kernel.forget_dossier(${subjectId})`.execute(db())
}

/** Finds what the one who acts may read: French stems, accents optional, best first. */
export async function search(query: string, most = 20): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select * from kernel.search(${query.slice(0, 200)}, ${[...actor().principals]}, ${tradesUnseen()}, ${most})`.execute(
    db(),
  )
  return rows
}
