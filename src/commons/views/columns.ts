import type { Generated } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden } from '#kernel/errors'

interface KeptColumnsTable {
  tenant_id: Generated<string>
  person_id: string
  list: string
  view: string
  columns: string[]
}

declare module '#kernel/db' {
  interface Tables {
    'commons.kept_columns': KeptColumnsTable
  }
}

/** The columns that the one who acts keeps for each view of a list, by the query of the view. */
export const keptColumns = (list: string) =>
  db()
    .selectFrom('commons.kept_columns')
    .select(['view', 'columns'])
    .where('list', '=', list)
    .where('person_id', '=', actor().id)

/** Keeps the columns of a view of a list for the one who acts. */
export async function keepColumns(list: string, view: string, columns: string[]): Promise<void> {
  const { id } = actor()
  ensure(id, Forbidden, 'errors.forbidden')
  await db()
    .insertInto('commons.kept_columns')
    .values({ person_id: id, list, view, columns })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'person_id', 'list', 'view']).doUpdateSet({ columns }),
    )
    .execute()
}

/** A column one place up or down: `up:state`. */
export function moved(columns: readonly string[], how: string): string[] {
  const [way, name = ''] = how.split(':')
  const at = columns.indexOf(name)
  const to = at + (way === 'up' ? -1 : 1)
  const others = columns.filter((one) => one !== name)
  return at < 0 ? others : others.toSpliced(Math.max(to, 0), 0, name)
}
