import { t } from '#kernel/i18n'
import { db } from '#kernel/db'
import { SideSection } from '#kernel/ui'
import type { Dossier } from '#commons/dossiers'

export const makingPath = ({ id }: { id: string }) => `/stationery/documents/${id}`

/** At the side of a dossier of which some template in use tells: where a document is made after one. */
export async function MadeAfterTemplates({ dossier }: { dossier: Dossier }) {
  const found = await db()
    .selectFrom('commons.template as o')
    .innerJoin('commons.dossier as d', (join) =>
      join.onRef('d.tenant_id', '=', 'o.tenant_id').onRef('d.id', '=', 'o.id'),
    )
    .select('o.id')
    .where('o.about', '=', dossier.kind)
    .where('d.state', '=', 'in_use')
    .limit(1)
    .executeTakeFirst()
  if (!found) return null
  return (
    <SideSection title={t('stationery.making')}>
      <p>
        <a href={makingPath(dossier)}>{t('stationery.make')}</a>
      </p>
    </SideSection>
  )
}
