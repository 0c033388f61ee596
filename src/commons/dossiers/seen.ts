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
  if (unseen.length === 0) return mine(dossier)
  const trade = sql`split_part(${sql.ref(`${dossier}.kind`)}, '.', 1)`
  return sql`(${mine(dossier)} and ${trade} <> all(${unseen}::text[]))`
}

/** Whether the one who acts is among the readers that a row names; the house itself always is. */
function mine(row: string): RawBuilder<SqlBool> {
  if (isSystem()) return sql`true`
  return sql`${sql.ref(`${row}.readers`)} && ${[...actor().principals]}::text[]`
}
