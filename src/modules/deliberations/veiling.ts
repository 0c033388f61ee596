import { type RawBuilder, sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { refreshMany } from '#commons/dossiers'
import { veiledPoints } from './around-meeting.ts'
import { items } from './item.ts'
import { decidedStates } from './workflow.ts'

/** Of which points it is asked whether they are veiled. */
export interface Veiled {
  readonly itemIds?: readonly string[]
  readonly meetingIds?: readonly string[]
}

/**
 * Veils what is decided in meetings that are not closed, of the organs that hide it while it is written (an array of ids in SQL),
 * and unveils all else (`veil.ts`, C13): of these points, of those of these meetings, else of all. What is found of them
 * follows. One query where nothing changes.
 */
export async function veilAgain(
  hiding: RawBuilder<string[]>,
  { itemIds, meetingIds }: Veiled = {},
): Promise<void> {
  const among = [
    ...(itemIds ? [sql`and i.id = any(${[...itemIds]}::uuid[])`] : []),
    ...(meetingIds ? [sql`and i.meeting_id = any(${[...meetingIds]}::uuid[])`] : []),
  ]
  const { rows } = await sql<{ id: string }>`
    update deliberations.item i set veiled = not i.veiled
    from commons.dossier d, commons.dossier m
    where (d.tenant_id, d.id) = (i.tenant_id, i.id) and (m.tenant_id, m.id) = (i.tenant_id, coalesce(i.meeting_id, i.id))
      ${sql.join(among, sql` `)}
      and i.veiled <> (i.organ_id = any(${hiding}) and i.meeting_id is not null
        and m.state = 'decided' and d.state = any(${[...decidedStates]}::text[]))
    returning i.id`.execute(db())
  await actAs(system, () => refreshMany(items, rows))
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) for (const follow of veiledPoints.every()) await follow(ids)
}
