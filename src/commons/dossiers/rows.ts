import { sql } from 'kysely'
import { db } from '#kernel/db'
import type { Dossier, Kind } from './kind.ts'

/** These dossiers as they are, whoever acts: for what the house reckons of them. */
export async function rowsOf<Own extends object>(
  kind: Kind<Own>,
  ids: readonly string[],
): Promise<Dossier<Own>[]> {
  const { rows } = await sql<Dossier<Own>>`
    select t.*, d.* from commons.dossier d join ${sql.table(kind.table)} t using (tenant_id, id)
    where d.id = any(${ids}::uuid[]) order by d.id`.execute(db())
  return rows
}
