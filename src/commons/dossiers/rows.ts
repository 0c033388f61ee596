import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { Dossier, Kind } from './kind.ts'

/** A dossier with those to whom it is lent besides the readers whom its kind names; no column of a trade has such a name. */
export type Lent<Own extends object> = Dossier<Own> & { $lent?: string[] }

/** The same in a query, of the dossier `d`. */
export const lentTo = sql`array(select l.principal from commons.lent_reader l
  where (l.tenant_id, l.dossier_id) = (d.tenant_id, d.id)) as "$lent"`

/** These dossiers as they are, whoever acts: for what the house reckons of them. */
export async function rowsOf<Own extends object>(
  kind: Pick<Kind<Own>, 'table'>,
  ids: readonly string[],
): Promise<Lent<Own>[]> {
  const { rows } = await sql<Lent<Own>>`
    select t.*, d.*, ${lentTo} from commons.dossier d join ${sql.table(kind.table)} t using (tenant_id, id)
    where d.id = any(${ids}::uuid[]) order by d.id`.execute(db())
  return rows
}
