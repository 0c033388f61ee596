import { type RawBuilder, sql } from 'kysely'
import { isSystem } from '#kernel/access'
import { kinds } from './kind.ts'

/**
 * The day on which a dossier is due, for queries over dossiers of many kinds: null where its kind withholds
 * it from the one who acts, so that neither an order nor a count tells it. The dossier stands in the query
 * as `d`.
 */
export function dueOn(): RawBuilder<Temporal.PlainDate | null> {
  // Kinds that share a condition share its place in the query: it is planned once.
  const withheld = [...Map.groupBy(kinds.all(), ({ dueWithheld }) => dueWithheld)].flatMap(
    ([condition, of]) =>
      condition ? [sql`d.kind = any(${of.map(({ name }) => name)}) and ${condition}`] : [],
  )
  if (isSystem() || withheld.length === 0) return sql`d.due_on`
  return sql`case when ${sql.join(withheld, sql` or `)} then null else d.due_on end`
}
