import { formatDateTime, t } from '#kernel/i18n'
import { Cut, List, SideSection } from '#kernel/ui'
import { authorityTemplates, standing, takersOf, type Template } from './standing.ts'
import { versionsOf } from './versions.ts'

/** At the side of a template: its preview, who takes it in, the texts that it had. */
export async function TemplateSide(template: Template) {
  const path = authorityTemplates.path(template.id)
  const versions = await versionsOf(template)
  return (
    <>
      {template.about && (
        <SideSection title={t('stationery.preview')}>
          <p>
            <a href={`${path}/preview`}>{t('stationery.preview_link')}</a>
          </p>
        </SideSection>
      )}
      <Takers of={template} />
      <SideSection title={t('stationery.versions')}>
        <List
          label={t('stationery.versions')}
          items={versions.slice(0, 10).map(({ version, written_at, written_by }) => ({
            title: t('stationery.version', { number: version }),
            href: `${path}/versions/${version}`,
            why: `${written_by}, ${formatDateTime(written_at, 'short')}`,
          }))}
        />
        <Cut of={{ rows: versions.slice(0, 10), all: versions.length }} href={`${path}/versions`} />
      </SideSection>
    </>
  )
}

/** The templates that take a part in: what changes in it changes in them. */
async function Takers({ of: part }: { of: Template }) {
  if (part.about !== '') return null
  const takers = takersOf(part, await standing())
  if (takers.length === 0) return null
  return (
    <SideSection title={t('stationery.taken_in_by')}>
      <List
        label={t('stationery.taken_in_by')}
        items={takers.map(({ id, title }) => ({ title, href: authorityTemplates.path(id) }))}
      />
    </SideSection>
  )
}
