import { t } from '#kernel/i18n'
import { regionPage } from '#kernel/pages'
import { Head, Stack } from '#kernel/ui'
import { ofAll } from './routes.ts'

/** Who publishes what stands in the portal, what is masked, and who is not there. */
ofAll.get('/about', (c) =>
  regionPage(
    c,
    { title: t('portal.about') },
    <Stack>
      <Head title={t('portal.about')} />
      {(['each', 'masked', 'not_here'] as const).map((one) => (
        <p class="measure">{t(`portal.about.${one}`)}</p>
      ))}
    </Stack>,
  ),
)
