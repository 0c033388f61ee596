import pg from 'pg'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { forgetForSearch } from '#kernel/search'
import { type Dossier, type Kind, tell } from './kind.ts'
import './tables.ts'

/**
 * Erases a dossier that was written by mistake; its history stays. What its trade keeps of it is for the
 * caller to take away first. Throws `Conflict` where something else still refers to it.
 */
export async function erase<Own extends object>(
  kind: Kind<Own>,
  { id, title }: Dossier<Own>,
): Promise<void> {
  await tell(kind, id, 'erase', { title })
  await forgetForSearch(id)
  await db().deleteFrom('commons.external_id').where('dossier_id', '=', id).execute()
  try {
    await sql`delete from ${sql.table(kind.table)} where id = ${id}`.execute(db())
    await db().deleteFrom('commons.dossier').where('id', '=', id).execute()
  } catch (failure) {
    if (failure instanceof DatabaseError && failure.code === foreignKeyViolation)
      throw new Conflict('dossiers.in_use', { title })
    throw failure
  }
}

const { DatabaseError } = pg
const foreignKeyViolation = '23503'
