import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { seen } from '#commons/dossiers'
import './tables.ts'

/** Why a dossier is not destroyed for now, and who said so. */
export interface Hold {
  id: string
  reason: string
  held_by: string
  held_at: Temporal.Instant
}

/** The hold of a dossier; undefined where there is none. */
export const holdOf = (dossierId: string): Promise<Hold | undefined> =>
  db()
    .selectFrom('commons.legal_hold')
    .select(['id', 'reason', 'held_by', 'held_at'])
    .where('dossier_id', '=', dossierId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()

/** Locks a dossier that the one who acts sees, so that nobody destroys it meanwhile. Throws `NotFound`. */
async function locked(id: string): Promise<{ id: string; kind: string }> {
  if (!isId(id)) throw new NotFound()
  const found = await db()
    .selectFrom('commons.dossier as d')
    .select(['d.id', 'd.kind'])
    .where('d.id', '=', id)
    .where(seen())
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}

/** Suspends the destruction of a dossier (suspension), for a reason. Throws `Conflict` where it is suspended already. */
export async function hold(id: string, reason: string): Promise<{ id: string; kind: string }> {
  const dossier = await locked(id)
  const known = await holdOf(id)
  if (known) throw new Conflict('retention.held_already', { name: known.held_by })
  await db()
    .insertInto('commons.legal_hold')
    .values({ dossier_id: id, reason, held_by: actor().name, lifted_by: null, lifted_at: null })
    .execute()
  return dossier
}

/** Lifts it; that it was there stays. Throws `NotFound` where there is none. */
export async function lift(id: string): Promise<{ id: string; kind: string }> {
  const dossier = await locked(id)
  const done = await db()
    .updateTable('commons.legal_hold')
    .set({ lifted_by: actor().name, lifted_at: sql`now()` })
    .where('dossier_id', '=', id)
    .where('lifted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw new NotFound()
  return dossier
}
