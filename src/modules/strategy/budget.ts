import { sql } from 'kysely'
import { db } from '#kernel/db'
import { ensure, Forbidden } from '#kernel/errors'
import { referring, tell } from '#commons/dossiers'
import { ensureTerm } from '#commons/vocabularies'
import { type Element, kindAt, mayEdit } from './element.ts'
import { ensureFills } from './fields.ts'
import { planOf } from './plan.ts'
import './tables.ts'

/** Money that an element asks for: a year, a source, an amount in cents. */
export interface BudgetLine {
  id: string
  source_id: string
  year: number
  cents: number
  comment: string
}

const columns = ['id', 'source_id', 'year', 'cents', 'comment'] as const

/** The lines of an element itself, by year. */
export function budgetLines(elementId: string): Promise<BudgetLine[]> {
  return db()
    .selectFrom('strategy.budget_line')
    .select(columns)
    .where('element_id', '=', elementId)
    .orderBy('year')
    .orderBy('id')
    .execute()
}

/** Adds a line. Throws `Invalid` where the source is none of the authority's. */
export async function addBudgetLine(one: Element, line: Omit<BudgetLine, 'id'>): Promise<void> {
  await ensureCosts(one)
  await ensureTerm('strategy.source', line.source_id, 'source_id')
  await referring(() =>
    db()
      .insertInto('strategy.budget_line')
      .values({ ...line, element_id: one.id })
      .execute(),
  )
  await told(one)
}

/** Takes a line away. */
export async function removeBudgetLine(one: Element, lineId: string): Promise<void> {
  await ensureCosts(one)
  await db()
    .deleteFrom('strategy.budget_line')
    .where('element_id', '=', one.id)
    .where(sql<boolean>`id::text = ${lineId}`)
    .execute()
  await told(one)
}

async function ensureCosts(one: Element): Promise<void> {
  ensure(mayEdit(one), Forbidden, 'strategy.element.not_yours')
  ensureFills((await planOf(one)).fields, one.level, 'budget')
}

const told = (one: Element) => tell(kindAt(one.level), one.id, 'budget')

/** What each element of a plan asks for by itself: cents by year and source. One query. */
export function ownBudgets(
  planId: string,
): Promise<{ element_id: string; source_id: string; year: number; cents: number }[]> {
  return db()
    .selectFrom('strategy.budget_line as b')
    .innerJoin('strategy.element as e', (join) =>
      join.onRef('e.tenant_id', '=', 'b.tenant_id').onRef('e.id', '=', 'b.element_id'),
    )
    .select((e) => [
      'b.element_id',
      'b.source_id',
      'b.year',
      sql<number>`sum(${e.ref('b.cents')})::bigint`.as('cents'),
    ])
    .where('e.plan_id', '=', planId)
    .groupBy(['b.element_id', 'b.source_id', 'b.year'])
    .execute()
}
