import { t } from '#kernel/i18n'
import { regionPage } from '#kernel/pages'
import { EmptyState, Head, PublicSection, Stack } from '#kernel/ui'
import { knownAuthorities } from '#modules/publications'
import { AuthorityNames } from './names.tsx'
import { ofAll } from './routes.ts'

/** All authorities of which something is public, by kind and name. */
ofAll.get('/authorities', async (c) => {
  const all = await knownAuthorities()
  const title = t('portal.authorities')
  return regionPage(
    c,
    { title, description: t('portal.authorities.lead', { count: all.length }) },
    <Stack>
      <Head title={title} facts={t('portal.authorities.lead', { count: all.length })} />
      {all.length === 0 ? (
        <EmptyState icon="gavel" sentence={t('portal.none')} />
      ) : (
        <PublicSection title={t('portal.index', { count: all.length })} wide>
          <AuthorityNames c={c} all={all} />
        </PublicSection>
      )}
    </Stack>,
  )
})
