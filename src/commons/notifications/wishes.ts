import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { ensure, Forbidden } from '#kernel/errors'
import { notifications } from './notification.ts'
import './tables.ts'

/** All that a person can be told in this authority, by kind of dossier. */
export function toBeTold(): ReadonlyMap<string, readonly string[]> {
  const byKind = new Map<string, Set<string>>()
  for (const { kind, types } of notifications.all())
    byKind.set(kind, new Set([...(byKind.get(kind) ?? []), ...types]))
  return new Map([...byKind].map(([kind, types]) => [kind, [...types]]))
}

/** What the one who acts does not want to be told. */
export async function unwanted(): Promise<ReadonlySet<string>> {
  const rows = await db()
    .selectFrom('commons.notice_unwanted')
    .select('type')
    .where('person_id', '=', actor().id)
    .execute()
  return new Set(rows.map(({ type }) => type))
}

/** Keeps what the one who acts wants to be told; of a trade that is off they say nothing, and what they said stays. */
export async function want(wanted: readonly string[]): Promise<void> {
  const { id: me } = actor()
  ensure(me, Forbidden, 'errors.forbidden')
  const all = [...toBeTold().values()].flat()
  if (all.length === 0) return
  await db()
    .deleteFrom('commons.notice_unwanted')
    .where('person_id', '=', me)
    .where('type', 'in', all)
    .execute()
  const not = all.filter((type) => !wanted.includes(type))
  if (not.length === 0) return
  await db()
    .insertInto('commons.notice_unwanted')
    .values(not.map((type) => ({ person_id: me, type })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
