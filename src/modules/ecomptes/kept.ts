import { db } from '#kernel/db'
import './tables.ts'

const countIn = async (table: 'ecomptes.article' | 'ecomptes.projection'): Promise<number> => {
  const { count } = await db()
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** How many articles of the budget came back from the accounts, of all plans. */
export const countArticles = () => countIn('ecomptes.article')
/** How many projections came back from the accounts, of all plans. */
export const countProjections = () => countIn('ecomptes.projection')
