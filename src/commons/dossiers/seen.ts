import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { actor, isSystem } from '#kernel/access'

/**
 * The condition « the one who acts may see this dossier », for every query: the dossier stands in it as `d`,
 * unless told. Nobody else compares readers; the architecture test looks.
 */
export function seen(dossier = 'd'): RawBuilder<SqlBool> {
  return mine(dossier)
}

/** Whether the one who acts is among the readers that a row names; the house itself always is. */
function mine(row: string): RawBuilder<SqlBool> {
  if (isSystem()) return sql`true`
  return sql`${sql.ref(`${row}.readers`)} && ${[...actor().principals]}::text[]`
}
