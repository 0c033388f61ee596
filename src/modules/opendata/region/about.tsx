import { t } from '#kernel/i18n'
import { regionPage } from '#kernel/pages'
import { Head, PublicSection, Stack } from '#kernel/ui'
import { siteOf } from '../forms.tsx'
import { Example, Given } from '../pages/about.tsx'
import { ofAll } from './routes.ts'

/** What is given of all, at which address, and in which words that is said. */
const given = [
  { name: 'dump', how: 'dump_of_all', path: '/open-data/dump.ndjson.gz' },
  { name: 'changes', how: 'changes_of_all', path: '/open-data/changes' },
  { name: 'oparl', how: 'oparl_of_all', path: '/oparl/system' },
  { name: 'catalogue', how: 'catalogue_of_all', path: '/open-data/catalogue' },
  { name: 'authorities', how: 'authorities', path: '/open-data/authorities.geojson' },
  { name: 'sitemap', how: 'sitemap_of_all', path: '/sitemap.xml' },
] as const

/** What programs may read here of all authorities, and how. */
ofAll.get('/open-data', (c) =>
  regionPage(
    c,
    { title: t('opendata.title'), description: t('opendata.lead_of_all') },
    <Stack>
      <Head title={t('opendata.title')} facts={t('opendata.lead_of_all')} />
      <PublicSection title={t('opendata.given')}>
        <Given
          of={given.map(({ name, how, path }) => ({
            ...{ href: path, what: t(`opendata.what.${name}`), how: t(`opendata.how.${how}`) },
          }))}
        />
      </PublicSection>
      <PublicSection title={t('opendata.each')}>
        <p class="measure">{t('opendata.each.how')}</p>
      </PublicSection>
      <PublicSection title={t('opendata.follow')}>
        <p class="measure">{t('opendata.follow.how')}</p>
        <Example lines={[`curl ${siteOf(c)}/open-data/changes`]} />
      </PublicSection>
      <PublicSection title={t('opendata.rules')}>
        <p class="measure">{t('opendata.rules.how')}</p>
      </PublicSection>
    </Stack>,
  ),
)
