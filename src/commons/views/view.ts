import { type Generated, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { actor, bears } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden, Invalid, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { administrator } from '#commons/directory'
import { keptColumns } from './columns.ts'
import { fitting } from './fitting.ts'

interface SavedViewTable {
  tenant_id: Generated<string>
  id: Generated<string>
  list: string
  name: string
  query: string
  person_id: string
  shared: Generated<boolean>
  position: number
}

declare module '#kernel/db' {
  interface Tables {
    'commons.saved_view': SavedViewTable
  }
}

/** Filters of a list under a name (vue enregistrée). */
export interface SavedView {
  id: string
  name: string
  /** Of the list's address, normalised. */
  query: string
  /** Others see it too. */
  shared: boolean
  /** The one who acts saved it. */
  own: boolean
  /** Whether the one who acts may remove it. */
  removable: boolean
}

/** Filters to be saved. */
export interface NewView {
  /** `deliberations.items` */
  list: string
  name: string
  query: string
  shared: boolean
}

/**
 * A query as views compare it: what is not filled in is left out, the rest in the order of its
 * names, without the place in the list (`after`), conditions that are not filled in yet (`with`) and rows that
 * are chosen.
 */
export function normalisedQuery(query: string): string {
  const given = [...new URLSearchParams(query)]
  const set = new URLSearchParams(
    given.filter(([name, value]) => value !== '' && !passing.has(name)),
  )
  set.sort()
  return set.toString()
}

/** What says nothing of the rows that a list shows. */
const passing = new Set(['after', 'with', 'chosen'])

/** A normalised query without its order. */
export function unsorted(query: string): string {
  const set = new URLSearchParams(query)
  set.delete('sort')
  return set.toString()
}

/** What is kept of a list for the one who acts. */
export interface Kept {
  /** Those that they saved, then those that others share. */
  saved: SavedView[]
  /** The columns that they chose, by the query of the view. */
  columns: ReadonlyMap<string, readonly string[]>
}

/** The views of a list and the columns chosen for each. One query. */
export async function keptOf(list: string): Promise<Kept> {
  const me = actor().id
  const saved = db()
    .selectFrom('commons.saved_view')
    .select(['id', 'name', 'query', 'shared', 'person_id'])
    .where('list', '=', list)
    .where((where) => where.or([where('shared', '=', true), where('person_id', '=', me)]))
    .orderBy((e) => e('person_id', '=', me), 'desc')
    .orderBy('position')
    .orderBy('id')
  const row = await db()
    .selectNoFrom([
      jsonArrayFrom(saved).as('saved'),
      jsonArrayFrom(keptColumns(list)).as('columns'),
    ])
    .executeTakeFirstOrThrow()
  return {
    saved: row.saved.map(({ person_id, ...view }) => ({
      ...view,
      own: person_id === me,
      removable: mayRemove(person_id),
    })),
    columns: new Map(row.columns.map(({ view, columns }) => [view, columns])),
  }
}

const mayRemove = (personId: string) => personId === actor().id || bears(administrator.principal)

/** So many does a person keep of a list. */
export const mostViews = 30

/**
 * Saves filters for the one who acts, after their other views. Throws `Invalid` where the list does not understand
 * them, where they have the name or too many others.
 */
export async function saveView({ list, name, query, shared }: NewView): Promise<void> {
  const { id: personId } = actor()
  ensure(personId, Forbidden, 'errors.forbidden')
  if (!(await fitting(list)(normalisedQuery(query))))
    throw Invalid.field('name', 'views.not_understood')
  const { count } = await db()
    .selectFrom('commons.saved_view')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('list', '=', list)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  if (count >= mostViews) throw Invalid.field('name', 'views.too_many', { most: mostViews })
  const saved = await db()
    .insertInto('commons.saved_view')
    .values((e) => ({
      ...{ list, name, shared, person_id: personId },
      query: normalisedQuery(query),
      position: e
        .selectFrom('commons.saved_view')
        .select(sql<number>`coalesce(max(position), 0) + 1`.as('next'))
        .where('list', '=', list)
        .where('person_id', '=', personId),
    }))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!saved) throw Invalid.field('name', 'views.taken', { name })
}

/**
 * Removes a view of one’s own; an administrator, a shared one. Throws `NotFound` where one does not
 * see it, `Forbidden` where it is somebody else’s. Returns its name.
 */
export async function removeView(id: string): Promise<string> {
  const view = await db()
    .selectFrom('commons.saved_view')
    .select(['name', 'shared', 'person_id'])
    .where('id', '=', isId(id) ? id : null)
    .executeTakeFirst()
  if (!view || !(view.shared || view.person_id === actor().id)) throw new NotFound()
  ensure(mayRemove(view.person_id), Forbidden, 'errors.forbidden')
  await db().deleteFrom('commons.saved_view').where('id', '=', id).execute()
  return view.name
}

/**
 * The views of somebody who is erased go, and those of others that show what is theirs alone; those that they shared go on under
 * who took over from them, where somebody did and has none of that name. Returns how many went, or changed hands.
 */
export async function forgetViews({ id }: { id: string }): Promise<number> {
  const handed = await sql`
    update commons.saved_view v set person_id = p.heir_id
    from commons.person p join commons.person h on h.tenant_id = p.tenant_id and h.id = p.heir_id
    where v.person_id = ${id} and p.id = ${id} and v.shared and h.merged_into is null
      and not exists (select from commons.saved_view o where o.person_id = p.heir_id and o.list = v.list
        and kernel.name_key(o.name) = kernel.name_key(v.name))`.execute(db())
  const gone = await sql`
    delete from commons.saved_view where person_id = ${id} or position(${id} in query) > 0`.execute(
    db(),
  )
  return Number(handed.numAffectedRows ?? 0) + Number(gone.numAffectedRows ?? 0)
}
