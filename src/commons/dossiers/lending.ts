import { db } from '#kernel/db'
import type { Dossier, Kind } from './kind.ts'
import { refreshMany } from './write.ts'
import './tables.ts'

/**
 * Lends dossiers of a kind to readers whom the kind does not name, by dossier, in the place of those to whom `because`
 * (a folder) lent them before; nobody where there are none. Gives the dossiers as they stand then, whoever acts.
 */
export async function lend<Own extends object>(
  kind: Kind<Own>,
  because: string,
  to: ReadonlyMap<string, readonly string[]>,
): Promise<Dossier<Own>[]> {
  const ids = [...to.keys()]
  if (ids.length === 0) return []
  const before = await db()
    .selectFrom('commons.lent_reader')
    .select(['dossier_id', 'principal'])
    .where('dossier_id', 'in', ids)
    .where('because', '=', because)
    .execute()
  const [had, has] = [
    new Set(before.map(({ dossier_id, principal }) => `${dossier_id} ${principal}`)),
    new Map(
      [...to].flatMap(([dossier_id, principals]) =>
        principals.map((principal) => [
          `${dossier_id} ${principal}`,
          { dossier_id, principal, because },
        ]),
      ),
    ),
  ]
  const gone = before.filter((one) => !has.has(`${one.dossier_id} ${one.principal}`))
  for (const { dossier_id, principal } of gone)
    await db()
      .deleteFrom('commons.lent_reader')
      .where((e) => e.and({ dossier_id, principal, because }))
      .execute()
  const come = [...has].flatMap(([key, row]) => (had.has(key) ? [] : row))
  if (come.length > 0) await db().insertInto('commons.lent_reader').values(come).execute()
  return refreshMany(
    kind,
    ids.map((id) => ({ id })),
  )
}
