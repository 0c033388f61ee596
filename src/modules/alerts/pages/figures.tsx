import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { page } from '#kernel/pages'
import { Bars, Card, EmptyState, Head, KeyFigures, Stack } from '#kernel/ui'
import { figures } from '../figures.ts'
import { pages } from './routes.ts'

pages.get('/figures', permission('alerts.read'), async (c) => {
  const title = t('alerts.figures')
  const { subjects, organs, ...all } = await figures()
  const keys = ['subscribers', 'waiting', 'anything', 'words', 'places', 'told'] as const
  return page(
    c,
    { title },
    <>
      <Head title={title} facts={t('alerts.figures.lead')} />
      <Stack>
        <KeyFigures
          figures={keys.map((key) => ({ label: t(`alerts.figures.${key}`), value: all[key] }))}
        />
        {(['subjects', 'organs'] as const).map((what) => (
          <Card title={t(`alerts.figures.${what}`)}>
            {{ subjects, organs }[what].length === 0 ? (
              <EmptyState sentence={t('alerts.figures.none')} />
            ) : (
              <Bars
                caption={t(`alerts.figures.${what}`)}
                bars={{ subjects, organs }[what].map(({ name, subscribers }) => ({
                  label: name,
                  value: subscribers,
                }))}
                wrap
              />
            )}
          </Card>
        ))}
      </Stack>
    </>,
  )
})
