import { sql } from 'kysely'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type Dossier, kindNamed, referring, tell } from '#commons/dossiers'
import { ensureTerm } from '#commons/vocabularies'
import { type Amounts, amountKey } from './amounts.ts'
import './tables.ts'

/** What history tells of a budget: a kind of dossiers that has one names it among its verbs. */
export const budgetVerbs = ['budget'] as const

/** Money that a dossier asks for: a year, a source, an amount in cents. */
export interface BudgetLine {
  id: string
  source_id: string
  year: number
  cents: number
  comment: string
}

const columns = ['id', 'source_id', 'year', 'cents', 'comment'] as const

/** The lines of a dossier itself, by year. The caller has made sure that they may be seen. */
export function budgetLines(dossierId: string): Promise<BudgetLine[]> {
  return db()
    .selectFrom('commons.budget_line')
    .select(columns)
    .where('dossier_id', '=', dossierId)
    .orderBy('year')
    .orderBy('id')
    .execute()
}

/** Adds a line. `sources` is the vocabulary of its sources; throws `Invalid` where it has none such. */
export async function addLine(
  dossier: Dossier<object>,
  sources: string,
  line: Omit<BudgetLine, 'id'>,
): Promise<void> {
  await ensureTerm(sources, line.source_id, 'source_id')
  await referring(() =>
    db()
      .insertInto('commons.budget_line')
      .values({ ...line, dossier_id: dossier.id })
      .execute(),
  )
  await told(dossier)
}

/** Takes a line away. */
export async function removeLine(dossier: Dossier<object>, lineId: string): Promise<void> {
  const gone = await db()
    .deleteFrom('commons.budget_line')
    .where('dossier_id', '=', dossier.id)
    .where(sql<boolean>`id::text = ${lineId}`)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  await told(dossier)
}

const told = ({ kind, id }: Dossier<object>) => tell(kindNamed(kind), id, 'budget')

/** What each of these dossiers asks for by itself; nothing of those without a line. One query. */
export async function amountsOf(dossierIds: readonly string[]): Promise<Map<string, Amounts>> {
  const rows = await db()
    .selectFrom('commons.budget_line')
    .select((e) => [
      'dossier_id',
      'source_id',
      'year',
      sql<number>`sum(${e.ref('cents')})::bigint`.as('cents'),
    ])
    .where(sql<boolean>`dossier_id = any(${[...dossierIds]}::uuid[])`)
    .groupBy(['dossier_id', 'source_id', 'year'])
    .execute()
  const byDossier = Map.groupBy(rows, ({ dossier_id }) => dossier_id)
  return new Map(
    [...byDossier].map(([id, own]) => [
      id,
      new Map(own.map(({ year, source_id, cents }) => [amountKey(year, source_id), cents])),
    ]),
  )
}
