import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { destroy } from '#commons/dossiers'
import { advices } from './advice.ts'
import './tables.ts'

/** The advices on dossiers that are destroyed go with them; what inherited one keeps what it says. */
export async function goWithDossiers(ids: readonly string[]): Promise<void> {
  const gone = await db()
    .selectFrom('commons.advice as a')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.id'),
    )
    .select(['a.id', 'd.title'])
    .where('a.subject_id', 'in', [...ids])
    .execute()
  if (gone.length === 0) return
  await db()
    .updateTable('commons.advice')
    .set({ inherited_from: null })
    .where(
      'inherited_from',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
  await actAs(system, async () => {
    for (const one of gone) await destroy(advices, one, {})
  })
}
