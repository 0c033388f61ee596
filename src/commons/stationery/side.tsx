import { formatDateTime, t } from '#kernel/i18n'
import { Cut, List, SideSection } from '#kernel/ui'
import { ofEvery } from './data.ts'
import { type NamedPlace, placesOf, singular } from './names.ts'
import { authorityTemplates, mergeablesOf, type Template } from './template.ts'
import { versionsOf } from './versions.ts'

/** How a name is written in a template; a list, how it is gone through. */
const written = ({ code, sort }: Pick<NamedPlace, 'code' | 'sort'>): string =>
  sort === 'list'
    ? `{% for ${singular(code.split('.').at(-1) ?? '')} in ${code} %} … {% endfor %}`
    : `{{ ${code} }}`

/** At the side of a template: its preview, the names that it may use, the texts that it had. */
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
      <SideSection title={t('stationery.names')}>
        <p class="small">{t('stationery.names_help')}</p>
        <List
          label={t('stationery.names')}
          items={placesOf(template.about ? mergeablesOf(template.about) : ofEvery).map((one) => ({
            title: <code>{written(one)}</code>,
            why: one.label,
          }))}
        />
      </SideSection>
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
