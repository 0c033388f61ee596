import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { ExchangedArticle, ExchangedProjection } from './exchange.ts'
import './tables.ts'

/** A budget article of an element; the same for what is foreseen of an economic group. */
export type Article = ExchangedArticle & { element_id: string }
export type Projection = ExchangedProjection & { element_id: string }

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
    .select(['element_id', 'service', 'type', 'economic_group as group', 'label', 'amounts'])
    .where(sql<boolean>`element_id = any(${[...elementIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** Puts articles in the place of those of an element; an empty list leaves what is there. */
export async function replaceArticles(
  elementId: string,
  articles: readonly ExchangedArticle[],
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
  projections: readonly ExchangedProjection[],
): Promise<void> {
  if (projections.length === 0) return
  await db().deleteFrom('ecomptes.projection').where('element_id', '=', elementId).execute()
  await db()
    .insertInto('ecomptes.projection')
    .values(
      projections.map(({ group: economic_group, service, type, label, amounts }) => ({
        ...{ element_id: elementId, economic_group, service, type, label },
        amounts: sql<Projection['amounts']>`${JSON.stringify(amounts)}::jsonb`,
      })),
    )
    .execute()
}
