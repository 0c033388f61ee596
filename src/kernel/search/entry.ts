import { type RawBuilder, sql } from 'kysely'
import { asRows, db } from '#kernel/db'

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

/** What is found of a dossier beside its body: text in SQL, of `e."subjectId"`. */
type Beside = readonly RawBuilder<string | null>[]

const joined = (all: Beside) =>
  all.length === 0 ? sql<string>`''` : sql<string>`concat_ws(E'\n', ${sql.join([...all])})`

/**
 * Makes dossiers findable, or brings what is known of them up to date, with what stands beside them: a statement a portion,
 * however many.
 */
export async function indexForSearch(
  entries: readonly SearchEntry[],
  beside: Beside = [],
): Promise<void> {
  for (const some of portions(entries))
    // Words that many have are learned once, in the same statement; those that were said before are known.
    await sql`
      with known as materialized (
        select e.*, ${joined(beside)} as more from jsonb_to_recordset(${asRows(some)})
          as e ("subjectId" uuid, kind text, title text, reference text, body text, readers text[])),
      told as materialized (
        select title || ' ' || body as said, more, kernel.index_dossier("subjectId", kind, title, reference,
          concat_ws(E'\n', body, nullif(more, '')), readers) as is_new from known)
      select count(*), kernel.learn(string_agg(said, ' ') filter (where is_new)),
        kernel.learn(string_agg(more, ' ') filter (where is_new))
      from told`.execute(db())
}

/** Of one statement: entries, and characters of their texts, of which `kernel.learn` reads as many. */
const mostEntries = 200
const mostCharacters = 50_000

/** In their order, so many at a time that no statement takes long; a long text stands alone. */
export function portions<Entry extends Pick<SearchEntry, 'title' | 'body'>>(
  entries: readonly Entry[],
): Entry[][] {
  const made: Entry[][] = []
  let room = 0
  for (const entry of entries) {
    const size = entry.title.length + entry.body.length + 2
    const last = made.at(-1)
    room -= size
    if (last && room >= 0 && last.length < mostEntries) last.push(entry)
    else {
      made.push([entry])
      room = mostCharacters - size
    }
  }
  return made
}

/** Makes a dossier that is erased findable no more. */
export async function forgetForSearch(subjectId: string): Promise<void> {
  await sql`select kernel.forget_dossier(${subjectId})`.execute(db())
}

/** Some dossiers whose entries were made before search read texts as it does now. */
export async function staleEntries(most: number): Promise<{ subject_id: string; kind: string }[]> {
  const { rows } = await sql<{ subject_id: string; kind: string }>`
    select * from kernel.stale_dossiers(${most})`.execute(db())
  return rows
}

/** Reads entries again, with the text in which words are looked for and what stands beside it; when they changed stays. */
export async function readAgain(
  entries: readonly Pick<SearchEntry, 'subjectId' | 'body'>[],
  beside: Beside = [],
): Promise<void> {
  await sql`
    with known as materialized (
      select "subjectId", concat_ws(E'\n', body, nullif(${joined(beside)}, '')) as body
      from jsonb_to_recordset(${asRows(entries)}) as e ("subjectId" uuid, body text))
    select kernel.read_again("subjectId", body), kernel.learn(body) from known`.execute(db())
}

/** A part of a dossier that has words of its own, as an annex has. */
export interface SearchPart {
  subjectId: string
  partId: string
  title: string
  body: string
}

/** Makes parts of dossiers findable by those who may find the dossiers. */
export async function indexParts(parts: readonly SearchPart[]): Promise<void> {
  if (parts.length === 0) return
  await sql`select kernel.index_part("subjectId", "partId", title, body), kernel.learn(title || ' ' || body)
    from jsonb_to_recordset(${asRows(parts)})
      as p ("subjectId" uuid, "partId" uuid, title text, body text)`.execute(db())
}

/** Makes a part that was taken away findable no more. */
export async function forgetPart({
  subjectId,
  partId,
}: Pick<SearchPart, 'subjectId' | 'partId'>): Promise<void> {
  await sql`select kernel.forget_part(${subjectId}, ${partId})`.execute(db())
}

/** Forgets the words that nothing of the authority has any more: search proposes none of them. */
export async function forgetWords(): Promise<void> {
  await sql`select kernel.forget_words()`.execute(db())
}
