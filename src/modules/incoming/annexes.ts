import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { addAnnexes, removeAnnex } from '#commons/annexes'
import { followFiles } from '#modules/publications'
import type { AnnexStep, PointStep } from './plan.ts'
import type { IncomingPoint } from './point.ts'

interface Kept {
  point: IncomingPoint
  step: PointStep
}

/** Makes the files of points what was told of them: a file that changed takes the place of the one before, and leaves where that was
 * to leave. Throws `Invalid` where the bytes of one are missing. */
export async function keepAnnexes(some: readonly Kept[]): Promise<void> {
  const fresh = some.flatMap(({ point, step }) =>
    step.annexes.flatMap((one) =>
      one.what === 'added' || one.what === 'modified'
        ? [{ ...bytesOf(point, step, one), old: one.annexId }]
        : [],
    ),
  )
  const added = await addAnnexes(
    fresh.map(({ point, told, bytes }) => ({
      dossier: point,
      ...{ name: told.name, title: told.title, bytes },
    })),
  )
  await followFiles(
    added.flatMap((by, at) => {
      const old = fresh[at]?.old
      return old ? [{ old, by }] : []
    }),
  )
  for (const { point, step } of some)
    for (const { what, annexId } of step.annexes)
      if (annexId && (what === 'removed' || what === 'modified')) await drop(point, annexId)
  const rows = added.map(({ id }, at) => ({
    ...{ annex_id: id, point_id: fresh[at]?.point.id, external_id: fresh[at]?.told.id },
    ...{ modified: fresh[at]?.told.modified?.toString() ?? null, sha256: fresh[at]?.told.sha256 },
  }))
  if (rows.length === 0) return
  await sql`
    insert into incoming.annex (annex_id, point_id, external_id, modified, sha256)
    select annex_id, point_id, external_id, modified, sha256 from jsonb_to_recordset(${asRows(rows)})
      as r (annex_id uuid, point_id uuid, external_id text, modified timestamptz, sha256 text)`.execute(
    db(),
  )
}

/** Keeps since when files are as they are there, whose bytes did not change: nobody fetches them again. */
export async function renewAnnexes(steps: readonly PointStep[]): Promise<void> {
  const rows = steps.flatMap(({ annexes }) =>
    annexes.flatMap(({ what, annexId, told }) =>
      what === 'unchanged' && annexId && told?.modified
        ? [{ annex_id: annexId, modified: told.modified.toString() }]
        : [],
    ),
  )
  if (rows.length === 0) return
  await sql`
    update incoming.annex a set modified = r.modified
    from jsonb_to_recordset(${asRows(rows)}) as r (annex_id uuid, modified timestamptz)
    where a.annex_id = r.annex_id and a.modified is distinct from r.modified`.execute(db())
}

async function drop(point: IncomingPoint, annexId: string): Promise<void> {
  await removeAnnex(point, annexId)
  await db().deleteFrom('incoming.annex').where('annex_id', '=', annexId).execute()
}

function bytesOf(point: IncomingPoint, { told, at }: PointStep, { told: annex }: AnnexStep) {
  const nth = told?.annexes.findIndex(({ id }) => id === annex?.id) ?? 0
  if (!annex?.content)
    throw Invalid.field(`points.${at}.annexes.${nth}.content`, 'incoming.received.no_content')
  return { point, told: annex, bytes: annex.content }
}
