import { sql } from 'kysely'
import { db } from '#kernel/db'
import './tables.ts'

/** A budget article (article budgétaire) that eComptes tells of an element. */
export interface Article {
  element_id: string
  exercise: number
  /** Ordinary or extraordinary service (O, E). */
  service: 'O' | 'E'
  /** Receipt or expense (R, D). */
  type: 'R' | 'D'
  /** Function and nature: « 104/12348 ». */
  code: string
  label: string
  cents: number
}

/** What an economic group comes to over the years (projection). */
export interface Projection {
  element_id: string
  service: 'O' | 'E'
  type: 'R' | 'D'
  economic_group: string
  label: string
  amounts: { exercise: number; cents: number }[]
}

/** The articles of these elements, by code and exercise. */
export function articlesOf(elementIds: readonly string[]): Promise<Article[]> {
  return db()
    .selectFrom('ecomptes.article')
    .select(['element_id', 'exercise', 'service', 'type', 'code', 'label', 'cents'])
    .where(sql<boolean>`element_id = any(${[...elementIds]}::uuid[])`)
    .orderBy('code')
    .orderBy('exercise')
    .orderBy('id')
    .execute()
}

/** The projections of these elements, in the order in which they were told. */
export function projectionsOf(elementIds: readonly string[]): Promise<Projection[]> {
  return db()
    .selectFrom('ecomptes.projection')
    .select(['element_id', 'service', 'type', 'economic_group', 'label', 'amounts'])
    .where(sql<boolean>`element_id = any(${[...elementIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** Puts articles in the place of those of an element; an empty list leaves what is there. */
export async function replaceArticles(
  elementId: string,
  articles: readonly Omit<Article, 'element_id'>[],
): Promise<void> {
  if (articles.length === 0) return
  await db().deleteFrom('ecomptes.article').where('element_id', '=', elementId).execute()
  await db()
    .insertInto('ecomptes.article')
    .values(articles.map((one) => ({ ...one, element_id: elementId })))
    .execute()
}

/** The same for projections. */
export async function replaceProjections(
  elementId: string,
  projections: readonly Omit<Projection, 'element_id'>[],
): Promise<void> {
  if (projections.length === 0) return
  await db().deleteFrom('ecomptes.projection').where('element_id', '=', elementId).execute()
  await db()
    .insertInto('ecomptes.projection')
    .values(
      projections.map(({ amounts, ...one }) => ({
        ...one,
        element_id: elementId,
        amounts: sql<Projection['amounts']>`${JSON.stringify(amounts)}::jsonb`,
      })),
    )
    .execute()
}
