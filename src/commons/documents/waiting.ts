import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure } from '#kernel/errors'
import type { Dossier } from '#commons/dossiers'

/** How many documents may wait to be made: of one dossier, and of an authority. */
export const mostWaiting = { dossier: 20, all: 500 }

/** Throws `Conflict` where more are asked for than will be made in a while. */
export async function ensureFewWait({ id }: Dossier): Promise<void> {
  const { of, all } = await db()
    .selectFrom('commons.document')
    .select([
      sql<number>`count(*) filter (where dossier_id = ${id})::int`.as('of'),
      sql<number>`count(*)::int`.as('all'),
    ])
    .where('state', '=', 'pending')
    .executeTakeFirstOrThrow()
  ensure(of < mostWaiting.dossier && all < mostWaiting.all, Conflict, 'documents.too_many', {
    count: of < mostWaiting.dossier ? all : of,
  })
}
