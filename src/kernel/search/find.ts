import { sql } from 'kysely'
import { z } from 'zod'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { keyParts, writtenKey } from '#kernel/http'
import { tradesUnseen } from '#kernel/module'

/** A dossier that was found, and where in it. */
export interface Found {
  subject_id: string
  kind: string
  title: string
  reference: string
  changed_at: Temporal.Instant
  /** The part that tells most of what was asked, where it is not the dossier itself, and how many do. */
  part_id: string | null
  part_title: string | null
  parts: number
  /** What stands around the first of the words, or the beginning of the text. */
  passage: string
}

/** What is looked for besides words. */
export interface Narrowed {
  /** Dossiers of these kinds only. */
  kinds?: readonly string[] | undefined
  /** Changed then or later; changed before. */
  since?: Temporal.Instant | undefined
  before?: Temporal.Instant | undefined
  /** The last changed first, instead of what fits best. */
  byDate?: boolean | undefined
  /** The key of the page before. */
  after?: string | undefined
  /** How many a page shows. */
  size?: number
}

export interface Finding {
  found: Found[]
  /** How many there are; where it is not exact, there are more. */
  total: number
  exact: boolean
  /** What to give as `after` for the next page; null on the last one. */
  next: string | null
  /** The beginnings of the words that were found: without accents, in small letters. */
  stems: string[]
}

type Row = Found & { key: string[]; stems: string[]; total: number; exact: boolean }

/** Past so many signs, nothing of what is asked is read. */
export const longest = 500

const Key = z.tuple([
  z.enum(['best', 'date']),
  z.string().regex(/^\d{1,20}(\.\d{1,20})?(e-\d{1,2})?$/),
  keyParts.stored,
  z.uuid(),
])

/**
 * Finds what the one who acts may read: French stems, accents optional, what fits best first. What is asked is
 * read as what is written was: `kernel.plain`. Throws `Invalid` where no page of this order gave `after`.
 */
export async function search(query: string, narrowed: Narrowed = {}): Promise<Finding> {
  const { kinds, since, before, byDate = false, after, size = 20 } = narrowed
  const order = byDate ? 'date' : 'best'
  const key = keyOf(after, order)
  const { rows } = await sql<Row>`
    select * from kernel.search(${query.slice(0, longest)}, ${[...actor().principals]}, ${tradesUnseen()},
      ${kinds ? [...kinds] : null}, ${since ?? null}, ${before ?? null}, ${byDate}, ${key}, ${size + 1})`.execute(
    db(),
  )
  const [first] = rows
  const shown = rows.slice(0, size)
  const last = rows.length > size ? shown.at(-1) : undefined
  return {
    found: shown.map(told),
    total: first?.total ?? 0,
    exact: first?.exact ?? true,
    next: last ? writtenKey([order, ...last.key]) : null,
    stems: first?.stems ?? [],
  }
}

/**
 * What a query that finds nothing may have meant: its words put right by words of what the one who acts may read;
 * null where there is nothing nearer.
 */
export async function meant(query: string): Promise<string | null> {
  const { rows } = await sql<{ said: string | null }>`
    select kernel.meant(${query}, ${[...actor().principals]}, ${tradesUnseen()}) as said`.execute(
    db(),
  )
  const [row] = rows
  return row?.said ? asCapital(query, row.said) : null
}

/** Words that begin with a capital where those typed in their places do. */
function asCapital(typed: string, said: string): string {
  const wanted = typed.trim().split(/\s+/)
  const words = said.split(/\s+/)
  if (words.length !== wanted.length) return said
  return words
    .map((word, at) =>
      /^\p{Lu}/u.test(wanted[at] ?? '')
        ? word.slice(0, 1).toLocaleUpperCase() + word.slice(1)
        : word,
    )
    .join(' ')
}

function keyOf(after: string | undefined, order: string): string[] | null {
  if (!after) return null
  const key = Key.safeParse(read(after))
  if (key.success && key.data[0] === order) return key.data.slice(1)
  throw Invalid.field('after', 'http.field.no_page')
}

function read(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}

const told = (row: Row): Found => {
  const { subject_id, kind, title, reference, changed_at, part_id, part_title, parts, passage } =
    row
  return { subject_id, kind, title, reference, changed_at, part_id, part_title, parts, passage }
}
