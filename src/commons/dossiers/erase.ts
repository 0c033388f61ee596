import pg from 'pg'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { forgetForSearch } from '#kernel/search'
import type { EventData } from '#kernel/events'
import { goesWith } from '#commons/holdings'
import { type KnownKind, tell } from './kind.ts'
import './tables.ts'

/**
 * Erases a dossier that was written by mistake; its history stays. What its trade keeps of it is for the
 * caller to take away first. Throws `Conflict` where something else still refers to it.
 */
export async function erase(
  kind: Pick<KnownKind, 'name' | 'table' | 'verbs'>,
  { id, title }: { id: string; title: string },
): Promise<void> {
  await tell(kind, id, 'erase', { title })
  await takeAway(kind, id, title)
}

/**
 * Destroys a dossier whose time is over: nothing of what it said stays, not in its history either, but by whom and when
 * it was handled, and what `told` says. Throws as `erase` does.
 */
export async function destroy(
  kind: Pick<KnownKind, 'name' | 'table' | 'verbs'>,
  { id, title }: { id: string; title: string },
  told: EventData,
): Promise<void> {
  await sql`select commons.empty_history(array[${id}]::uuid[])`.execute(db())
  await tell(kind, id, 'erase', told)
  for (const take of goesWith.every()) await take([id])
  await takeAway(kind, id, title)
}

async function takeAway(kind: Pick<KnownKind, 'table'>, id: string, title: string): Promise<void> {
  await forgetForSearch(id)
  await db().deleteFrom('commons.external_id').where('dossier_id', '=', id).execute()
  try {
    await sql`delete from ${sql.table(kind.table)} where id = ${id}`.execute(db())
    await db().deleteFrom('commons.dossier').where('id', '=', id).execute()
  } catch (failure) {
    if (failure instanceof DatabaseError && failure.code === foreignKeyViolation)
      throw new InUse(title, `${failure.schema}.${failure.table}`)
    throw failure
  }
}

/** Something else refers to it: the table in which that stands. */
export class InUse extends Conflict {
  readonly by: string

  constructor(title: string, by: string) {
    super('dossiers.in_use', { title })
    this.by = by
  }
}

const { DatabaseError } = pg
const foreignKeyViolation = '23503'
