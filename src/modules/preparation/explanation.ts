import { sql } from 'kysely'
import { actAs, actor, system } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden } from '#kernel/errors'
import type { Event } from '#kernel/events'
import { emptyText, isEmpty, type RichText, toPlainText } from '#kernel/richtext'
import { makeFindable, readMany, tell, usePictures } from '#commons/dossiers'
import { type Item, items, mayEdit, presentedTo } from '#modules/deliberations'
import './tables.ts'

/** The explanatory note of a point (note de synthèse explicative, CDLD L1122-13): for all who see the point. */
export interface Explanation {
  words: RichText
  by: string
  at: Temporal.Instant | null
}

const none: Explanation = { words: emptyText, by: '', at: null }

/** The explanatory note of a point; empty where none was written. */
export async function explanationOf(item: { id: string }): Promise<Explanation> {
  const row = await db()
    .selectFrom('preparation.explanation')
    .select(['words', 'by_name as by', 'at'])
    .where('item_id', '=', item.id)
    .executeTakeFirst()
  return row ?? none
}

/** The explanatory notes of these points, by point, of those that have one. One query; who may read the points is for the caller to know. */
export async function explanationsOn(itemIds: readonly string[]): Promise<Map<string, RichText>> {
  if (itemIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('preparation.explanation')
    .select(['item_id', 'words'])
    .where('item_id', 'in', itemIds)
    .execute()
  return new Map(rows.map(({ item_id, words }) => [item_id, words]))
}

/** Those of these points that have an explanatory note. One query, without their words. */
export async function explainedAmong(itemIds: readonly string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set()
  const rows = await db()
    .selectFrom('preparation.explanation')
    .select('item_id')
    .where('item_id', 'in', itemIds)
    .execute()
  return new Set(rows.map(({ item_id }) => item_id))
}

/** Whether some point on the agenda of a meeting has an explanatory note. */
export async function isExplained(meeting: { id: string }): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from preparation.explanation where item_id = any(${presentedTo(meeting)})) as found`.execute(
    db(),
  )
  return rows[0]?.found ?? false
}

/** Writes the explanatory note of a point, which is locked, as long as its words may be written; no words take it away. Throws `Forbidden`. */
export async function explain(item: Item, words: RichText): Promise<void> {
  ensure(mayEdit(item), Forbidden, 'preparation.not_yours')
  const before = (await explanationOf(item)).words
  const said = isEmpty(words) ? emptyText : words
  if (said === before) return
  if (said === emptyText)
    await db().deleteFrom('preparation.explanation').where('item_id', '=', item.id).execute()
  else {
    const row = {
      ...{ words: said, plain: toPlainText(said) },
      ...{ by_name: actor().name, at: Temporal.Now.instant() },
    }
    await db()
      .insertInto('preparation.explanation')
      .values({ item_id: item.id, ...row })
      .onConflict((clash) => clash.columns(['tenant_id', 'item_id']).doUpdateSet(row))
      .execute()
    await usePictures([{ id: item.id, texts: { said } }])
  }
  await keepVersions([{ id: item.id, words: said, by_name: actor().name }])
  await makeFindable(items, [item])
  await tell(items, item.id, said === emptyText ? 'unexplain' : 'explain')
}

const keepVersions = (all: readonly { id: string; words: RichText; by_name: string }[]) =>
  db()
    .insertInto('preparation.explanation_version')
    .values(all.map(({ id, ...said }) => ({ item_id: id, ...said })))
    .execute()

/** The texts that the explanatory note of a point had, the last first; empty where it was taken away. For those who write it. */
export const explanationVersions = (item: { id: string }): Promise<Explanation[]> =>
  db()
    .selectFrom('preparation.explanation_version')
    .select(['words', 'by_name as by', 'at'])
    .where('item_id', '=', item.id)
    .orderBy('id', 'desc')
    .limit(mostVersions)
    .execute()

/** So many are shown; a note that was written more often is read in the history of its point. */
const mostVersions = 100

/** The words of an explanatory note, as they are found with its point. */
export const foundInExplanation = sql<string | null>`(
  select x.plain from preparation.explanation x where x.item_id = e."subjectId")`

/** A point that follows another, put off or sent on, is explained as that one was. */
export async function followExplanations(events: readonly Event[]): Promise<void> {
  const follows = events.flatMap(({ subjectId, data }) =>
    subjectId && typeof data['follows'] === 'string'
      ? [{ id: subjectId, before: data['follows'] }]
      : [],
  )
  const known = await explanationsOn(follows.map(({ before }) => before))
  for (const { id, before } of follows) {
    const words = known.get(before)
    if (words === undefined) continue
    await sql`
      insert into preparation.explanation (item_id, words, plain, by_name, at)
      select ${id}, words, plain, by_name, at from preparation.explanation where item_id = ${before}
      on conflict do nothing`.execute(db())
    await sql`
      insert into preparation.explanation_version (item_id, words, by_name, at)
      select ${id}, words, by_name, at from preparation.explanation where item_id = ${before}`.execute(
      db(),
    )
    await usePictures([{ id, texts: { words } }])
  }
  const taken = follows.flatMap(({ id, before }) => (known.has(before) ? [id] : []))
  if (taken.length > 0) await makeFindable(items, await actAs(system, () => readMany(items, taken)))
}
