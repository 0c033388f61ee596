import pg from 'pg'
import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import type { EventData } from '#kernel/events'
import { forgetForSearch, indexForSearch } from '#kernel/search'
import { lastToChange } from './history.ts'
import { type Dossier, type Kind, type Root, tell } from './kind.ts'
import { forAll, told } from './withheld.ts'
import './tables.ts'

/** The root's columns that a verb may set; state, readers and the like follow from verbs. */
type Settable = Pick<Root, 'title' | 'reference' | 'service_id' | 'due_on'>
const settable: readonly string[] = ['title', 'reference', 'service_id', 'due_on', 'state']

/** Columns to write; one that is undefined is left as it is. */
export type Patch<Own extends object> = {
  [K in keyof (Settable & Own)]?: (Settable & Own)[K] | undefined
}

/** Opens a dossier in its first state. `own` are the columns of its trade. */
export async function create<Own extends object>(
  kind: Kind<Own>,
  root: Partial<Settable> & { title: string; state: string },
  own: { [K in keyof Own]?: Own[K] | undefined },
  history: EventData = {},
): Promise<Dossier<Own>> {
  const { id } = await db()
    .insertInto('commons.dossier')
    .values({
      kind: kind.name,
      title: root.title,
      state: root.state,
      reference: root.reference ?? '',
      service_id: root.service_id ?? null,
      due_on: root.due_on ?? null,
      readers: [],
      created_by: actor().id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const columns = Object.entries({ id, ...own }).filter(([, value]) => value !== undefined)
  await sql`insert into ${sql.table(kind.table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
    values (${sql.join(columns.map(([, value]) => value))})`.execute(db())
  const dossier = await refresh(kind, id)
  await tell(kind, id, 'create', history)
  return told(kind, dossier)
}

/** Writes a change to a dossier and its history, under the name of the verb that made it. */
export async function write<Own extends object, Verb extends string>(
  kind: Kind<Own, Verb>,
  dossier: Dossier<Own>,
  patch: Patch<Own> & { state?: string },
  verb: NoInfer<Verb>,
  history: EventData = {},
): Promise<Dossier<Own>> {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined)
  const root = entries.filter(([name]) => settable.includes(name))
  const own = entries.filter(([name]) => !settable.includes(name))
  const { rows } = await sql`update commons.dossier
    set ${assignments([...root])} version = version + 1, changed_at = now()
    where id = ${dossier.id} and version = ${dossier.version} returning 1`.execute(db())
  if (rows.length === 0)
    throw new Conflict('errors.stale', { name: await lastToChange(dossier.id) })
  if (own.length > 0) {
    const set = sql.join(own.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))
    await sql`update ${sql.table(kind.table)} set ${set} where id = ${dossier.id}`.execute(db())
  }
  const written = await refresh(kind, dossier.id)
  await tell(kind, dossier.id, verb, history)
  return told(kind, written)
}

const assignments = (entries: [string, unknown][]) =>
  sql.join(
    entries.map(([name, value]) => sql`${sql.ref(name)} = ${value},`),
    sql` `,
  )

/**
 * Recomputes who may see a dossier, for whom it waits and how it is found. Called by every write;
 * by hand where something else on which they depend has changed.
 */
export async function refresh<Own extends object>(
  kind: Kind<Own>,
  id: string,
): Promise<Dossier<Own>> {
  const { rows } = await sql<Dossier<Own>>`
    select t.*, d.* from commons.dossier d join ${sql.table(kind.table)} t using (tenant_id, id)
    where d.id = ${id}`.execute(db())
  const [dossier] = rows
  if (!dossier) throw new Error(`The dossier ${id} has no row in ${kind.table}`)
  dossier.readers = [...new Set(await kind.readers(dossier))].toSorted()
  dossier.awaits = [...new Set(kind.awaits(dossier))].toSorted()
  await db()
    .updateTable('commons.dossier')
    .set({ readers: dossier.readers, awaits: dossier.awaits })
    .where('id', '=', id)
    .execute()
  await indexForSearch({
    subjectId: id,
    kind: kind.name,
    title: dossier.title,
    reference: dossier.reference,
    body: kind.body(await forAll(kind, dossier)),
    readers: dossier.readers,
  })
  return dossier
}

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
