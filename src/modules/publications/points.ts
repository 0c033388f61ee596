import { sql } from 'kysely'

/**
 * The public points, as queries of others read them: `from ${publicPoints} e`. What locks it locks their rows. For a public transaction,
 * or another.
 */
export const publicPoints = sql`(
  select slug, stage, outcome, title, organ, day, number, subject, places, body, words, published_at from publications.entry)`
