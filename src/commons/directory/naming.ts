import { type RawBuilder, sql } from 'kysely'
import { db } from '#kernel/db'
import type { MessageKey } from '#kernel/i18n'
import { slot } from '#kernel/module'

/** A column of ids of persons, and what becomes of it when two of them turn out to be one. */
export type NamesPersons = {
  readonly table: string
  readonly column: string
} & (
  | {
      readonly moves: true
      /** What it is called, where one is told how much moves. */
      readonly label: MessageKey
      /** Where the one that stays has the same already (`theirs`), this row (`mine`) stays with the one that goes. */
      readonly unless?: RawBuilder<boolean>
      /** Of such a row: `theirs` is there on all days of `mine`. Else nobody merges before the days are put right. */
      readonly covers?: RawBuilder<boolean>
    }
  /** It stays with the one that goes: a past that is told as it was, or what ends with their account. */
  | { readonly moves: false }
)

/** Where persons are named by their id: filled by each folder for its tables. A test asks the database for all. */
export const namesPersons = slot<NamesPersons>('namesPersons')

const overlaps = sql<boolean>`daterange(mine.valid_from, mine.valid_to) && daterange(theirs.valid_from, theirs.valid_to)`

const label = 'directory.names.offices'
const forLabel = 'directory.names.for'

/** Those of this folder. */
export const ownNamesPersons: readonly NamesPersons[] = [
  {
    ...{ table: 'commons.role_grant', column: 'person_id', moves: true, label },
    unless: sql`mine.role = theirs.role and ${overlaps}`,
  },
  {
    ...{ table: 'commons.membership', column: 'person_id', moves: true, label },
    unless: sql`mine.service_id = theirs.service_id and mine.function = theirs.function and ${overlaps}`,
  },
  {
    ...{ table: 'commons.mandate', column: 'person_id', moves: true, label },
    unless: sql`mine.title = theirs.title and ${overlaps}`,
  },
  { table: 'commons.role_grant', column: 'for_id', moves: true, label: forLabel },
  { table: 'commons.membership', column: 'for_id', moves: true, label: forLabel },
  { table: 'commons.mandate', column: 'for_id', moves: true, label: forLabel },
  { table: 'commons.person', column: 'heir_id', moves: true, label: 'directory.names.heir' },
  { table: 'commons.person', column: 'merged_into', moves: true, label: 'directory.names.merged' },
]

/** Which rows of a column go from one to another. */
const going = (one: NamesPersons & { moves: true }, from: string, into: string) => {
  const { table, column, unless } = one
  const theirs = sql.ref(`theirs.${column}`)
  const stays = unless
    ? sql`exists (select from ${sql.table(table)} theirs where ${theirs} = ${into} and ${unless})`
    : sql`false`
  return sql`${sql.ref(`mine.${column}`)} = ${from} and not ${stays}`
}

const moving = () => namesPersons.every().flatMap((one) => (one.moves ? [one] : []))

/** How much of what names one would name the other, by what it is called. */
export async function namingOf(
  from: string,
  into: string,
): Promise<{ label: MessageKey; count: number }[]> {
  const counts = new Map<MessageKey, number>()
  for (const one of moving()) {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count
      from ${sql.table(one.table)} mine where ${going(one, from, into)}`.execute(db())
    counts.set(one.label, (counts.get(one.label) ?? 0) + (rows[0]?.count ?? 0))
  }
  return [...counts].map(([called, count]) => ({ label: called, count }))
}

/**
 * What of one stays with them, since the other has the same on the same days, by what it is called; `covered`: the other has
 * it on all of them. Of offices, which tell it themselves, nothing.
 */
export async function stayingOf(
  from: string,
  into: string,
): Promise<{ staying: { label: MessageKey; count: number }[]; covered: boolean }> {
  const staying: { label: MessageKey; count: number }[] = []
  let covered = true
  for (const { table, column, unless, covers, label: called } of moving()) {
    if (!unless || !covers) continue
    const { rows } = await sql<{ count: number; covered: boolean | null }>`
      select count(distinct mine.id)::int as count, bool_and(${covers}) as covered
      from ${sql.table(table)} mine join ${sql.table(table)} theirs on theirs.tenant_id = mine.tenant_id and ${unless}
      where ${sql.ref(`mine.${column}`)} = ${from} and ${sql.ref(`theirs.${column}`)} = ${into}`.execute(
      db(),
    )
    const [found] = rows
    if (!found?.count) continue
    staying.push({ label: called, count: found.count })
    covered &&= found.covered ?? true
  }
  return { staying, covered }
}

/** Lets all that names one person name another. Returns how much did. The caller holds both under a lock. */
export async function nameInstead(from: string, into: string): Promise<number> {
  let moved = 0
  for (const one of moving()) {
    const { numAffectedRows } = await sql`update ${sql.table(one.table)} mine
      set ${sql.ref(one.column)} = ${into} where ${going(one, from, into)}`.execute(db())
    moved += Number(numAffectedRows ?? 0)
  }
  return moved
}
