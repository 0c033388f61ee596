import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { actor, isSystem } from '#kernel/access'
import { tradesUnseen } from '#kernel/module'

/**
 * The condition « the one who acts may see this dossier », for every query: the dossier stands in it as `d`,
 * unless told. Of a trade that is off nobody sees any, not even the house itself. Nobody else compares
 * readers; the architecture test looks.
 */
export function seen(dossier = 'd'): RawBuilder<SqlBool> {
  const unseen = tradesUnseen()
  if (unseen.length === 0) return readable(dossier)
  const trade = sql`split_part(${sql.ref(`${dossier}.kind`)}, '.', 1)`
  return sql`(${readable(dossier)} and ${trade} <> all(${unseen}::text[]))`
}

/**
 * The condition « the one who acts is among the readers that this row names »: those of a line of history or of
 * a document were fixed when it was made. The house itself always is.
 */
export function readable(row: string): RawBuilder<SqlBool> {
  if (isSystem()) return sql`true`
  return sql`${sql.ref(`${row}.readers`)} && ${[...actor().principals]}::text[]`
}
