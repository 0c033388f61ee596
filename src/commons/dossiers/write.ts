import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { Conflict } from '#kernel/errors'
import { referring } from './gone.ts'
import { lastToChange } from './history.ts'
import { type Dossier, type Kind, type Root, tellMany } from './kind.ts'
import { usePictures } from './pictures.ts'
import { type History, keepRewordings } from './rewording.ts'
import { type Lent, lentTo, rowsOf } from './rows.ts'
import { forgetTold, whileTold } from './told.ts'
import { makeFindable, standing } from './standing.ts'
import { withhold } from './withheld.ts'
import './tables.ts'

/** The root's columns that a verb may set; readers and the like follow from verbs. */
const settable = ['title', 'reference', 'service_id', 'due_on', 'state'] as const
type Settable = Omit<Pick<Root, (typeof settable)[number]>, 'state'>
const isSettable = (name: string) => settable.some((one) => one === name)

/** Columns to write; one that is undefined is left as it is. */
export type Patch<Own extends object> = {
  [K in keyof (Settable & Own)]?: (Settable & Own)[K] | undefined
}

/** What is to change of a dossier, and what history keeps of it. */
export interface Change<Own extends object> {
  dossier: Dossier<Own>
  patch: Patch<Own> & { state?: string }
  history?: History
}

/**
 * Writes changes to dossiers and their history, under the name of the verb that made them: a statement a
 * table, however many. They are locked in the order of their ids, each root before the row of its trade.
 * Throws `Conflict` where somebody wrote one of them since, `Invalid` where what one refers to was removed. Returns them in the order given, as the one who
 * acts may read them.
 */
export async function writeMany<Own extends object, Verb extends string>(
  kind: Kind<Own, Verb>,
  verb: NoInfer<Verb>,
  changes: readonly Change<Own>[],
): Promise<Dossier<Own>[]> {
  if (changes.length === 0) return []
  const dossiers = changes.map(({ dossier }) => dossier)
  const roots = await referring(() => writeRoots(kind, changes))
  const own = await referring(() => writeOwn(kind, changes))
  const written = joined(roots, own)
  const fresh = new Map((await reckoned(kind, written)).map((one) => [one.id, one]))
  const rewordings = await keepRewordings(changes)
  await whileTold([...fresh.values()], () => tellMany(kind, verb, rewordings))
  return withhold(
    kind,
    dossiers.flatMap(({ id }) => fresh.get(id) ?? []),
  )
}

/** Writes a change to one dossier. */
export async function write<Own extends object, Verb extends string>(
  kind: Kind<Own, Verb>,
  dossier: Dossier<Own>,
  patch: Patch<Own> & { state?: string },
  verb: NoInfer<Verb>,
  history: History = {},
): Promise<Dossier<Own>> {
  const [written] = await writeMany(kind, verb, [{ dossier, patch, history }])
  if (!written) throw new Error(`The dossier ${dossier.id} was not written`)
  return written
}

/** Dossiers with the rows of their trade as they were written last, in the order in which they are read: by their ids. */
function joined<Own extends object>(
  roots: readonly Lent<Own>[],
  own: readonly (Own & { id: string })[],
): Lent<Own>[] {
  const rows = new Map(own.map((row) => [row.id, row]))
  return roots
    .map((root) => ({ ...root, ...rows.get(root.id) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** Nobody overwrites a version that they did not see. Returns them as they are now, with the rows of their trade. */
async function writeRoots<Own extends object>(
  kind: Kind<Own>,
  changes: readonly Change<Own>[],
): Promise<Lent<Own>[]> {
  const rows = changes.map(({ dossier: { id, version }, patch }) => {
    return { id, version, patch: only(patch, isSettable) }
  })
  const columns = sql.join(settable.map((name) => sql.ref(name)))
  const { rows: written } = await sql<Lent<Own>>`
    with ${held(rows)}
    update commons.dossier d set version = d.version + 1, changed_at = now(),
      (${columns}) = (select ${columns} from jsonb_populate_record(d, p.patch))
    from held join jsonb_to_recordset(${asRows(rows)})
      as p (id uuid, version integer, patch jsonb) using (id),
      ${sql.table(kind.table)} t
    where d.id = held.id and d.version = p.version and (t.tenant_id, t.id) = (d.tenant_id, d.id)
    returning t.*, d.*, ${lentTo}`.execute(db())
  const overtaken = rows.find(({ id }) => !written.some((one) => one.id === id))
  if (overtaken) throw new Conflict('errors.stale', { name: await lastToChange(overtaken.id) })
  return written
}

/** Returns the rows of the trade as they are now; nothing where none of their columns is written. */
async function writeOwn<Own extends object>(
  kind: Kind<Own>,
  changes: readonly Change<Own>[],
): Promise<(Own & { id: string })[]> {
  const rows = changes.map(({ dossier: { id }, patch }) => {
    return { id, patch: only(patch, (name) => !isSettable(name)) }
  })
  const names = [...new Set(rows.flatMap(({ patch }) => Object.keys(patch)))]
  if (names.length === 0) return []
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const written = await sql<Own & { id: string }>`
    update ${sql.table(kind.table)} t
    set (${columns}) = (select ${columns} from jsonb_populate_record(t, p.patch))
    from jsonb_to_recordset(${asRows(rows)}) as p (id uuid, patch jsonb)
    where t.id = p.id returning t.*`.execute(db())
  return written.rows
}

const only = (patch: object, isWanted: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(patch).filter(([name]) => isWanted(name)))

const idsOf = (some: readonly { id: string }[]) => some.map(({ id }) => id)

/** The roots of these dossiers, locked in the order of their ids, as the table `held` of a statement. */
const held = (rows: readonly { id: string }[]) => sql`held as materialized (
  select id from commons.dossier where id = any(${idsOf(rows)}::uuid[])
  order by id for no key update)`

/**
 * Reckons anew who may see dossiers, for whom they wait and how they are found. Part of every write; by
 * hand where something else on which these depend has changed.
 */
export async function refreshMany<Own extends object>(
  kind: Kind<Own>,
  some: readonly { id: string }[],
): Promise<Dossier<Own>[]> {
  return some.length === 0 ? [] : reckoned(kind, await rowsOf(kind, idsOf(some)))
}

/** The same of rows that were read or written just now. */
async function reckoned<Own extends object>(
  kind: Kind<Own>,
  rows: readonly Lent<Own>[],
): Promise<Dossier<Own>[]> {
  forgetTold(rows)
  const fresh = await Promise.all(
    rows.map(async (row) => {
      const { $lent: _, ...dossier } = row
      // What is left of a row without its loans is a dossier.
      return { ...dossier, ...(await standing(kind, row)) } as Dossier<Own>
    }),
  )
  const moved = fresh.filter((dossier, at) => !isSameStanding(dossier, rows[at]))
  if (moved.length > 0) {
    const standings = moved.map(({ id, readers, awaits }) => ({ id, readers, awaits }))
    await sql`
      with ${held(moved)}
      update commons.dossier d set readers = p.readers, awaits = p.awaits
      from held join jsonb_to_recordset(${asRows(standings)})
        as p (id uuid, readers text[], awaits text[]) using (id)
      where d.id = held.id`.execute(db())
  }
  await usePictures(fresh.map((dossier) => ({ id: dossier.id, texts: dossier })))
  await makeFindable(kind, fresh)
  return fresh
}

const isSameStanding = (one: Root, other: Root | undefined) =>
  other !== undefined &&
  one.readers.join('\n') === other.readers.join('\n') &&
  one.awaits.join('\n') === other.awaits.join('\n')

/** The same for one dossier. */
export async function refresh<Own extends object>(
  kind: Kind<Own>,
  id: string,
): Promise<Dossier<Own>> {
  const [dossier] = await refreshMany(kind, [{ id }])
  if (!dossier) throw new Error(`The dossier ${id} has no row in ${kind.table}`)
  return dossier
}
