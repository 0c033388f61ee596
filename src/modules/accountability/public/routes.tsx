import { z } from 'zod'
import { form, PublicRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { Card, EmptyState, Head, Note, Stack } from '#kernel/ui'
import { dataPath, latestPublished, Proof, published } from '#commons/publication'
import { planCopies } from '../publish.ts'
import { planCsv } from './csv.ts'
import { PlanQuery } from './look-up.ts'
import { PlanWords } from './plan.tsx'

export const open = new PublicRoutes('/pst')

/** The latest plan of the authority. */
open.get('/', async (c) => {
  const [latest] = await latestPublished(planCopies)
  if (latest) return c.redirect(planCopies.path(latest.slug))
  const title = t('strategy.title')
  return publicPage(
    c,
    { title },
    <>
      <Head title={title} />
      <EmptyState icon="target" sentence={t('accountability.public.none')} />
    </>,
  )
})

/** A plan: its latest copy, or the one with a number. */
open.get('/:slug/:number{[0-9]+}?', form(PlanQuery), async (c, query) => {
  const { slug = '', number } = c.req.param()
  const copy = await published(planCopies, slug, number === undefined ? number : Number(number))
  const { title, content, published_at: on, later } = copy
  const latest = planCopies.path(slug)
  const path = number === undefined ? latest : `${latest}/${copy.number}`
  const description = t('accountability.public.description', { title })
  const search = { action: path, label: t('accountability.public.search'), value: query.q }
  return publicPage(
    c,
    { title, description, search, drawn: true },
    <Stack>
      {later !== undefined && (
        <Note>
          <a href={latest}>{t('accountability.public.older')}</a>
        </Note>
      )}
      <PlanWords plan={content} title={title} on={on} query={query} path={path} />
      <Card title={t('accountability.public.data')}>
        <a href={`${latest}/${copy.number}.csv?for=spreadsheets`}>
          {t('accountability.public.sheet')}
        </a>
        {' · '}
        <a href={`${latest}/${copy.number}.csv`}>{t('accountability.public.csv')}</a>
        {' · '}
        <a href={dataPath(copy)}>{t('accountability.public.json')}</a>
      </Card>
      <Proof publication={copy} />
    </Stack>,
  )
})

const Table = z.object({ for: z.enum(['programs', 'spreadsheets']).catch('programs') })

open.get('/:slug/:file{[0-9]+[.]csv}', form(Table), async (c, asked) => {
  const { slug = '', file = '' } = c.req.param()
  return planCsv(await published(planCopies, slug, Number.parseInt(file, 10)), asked.for)
})
