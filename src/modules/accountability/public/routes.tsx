import { form, PublicRoutes } from '#kernel/http'
import { t } from '#kernel/i18n'
import { publicPage } from '#kernel/pages'
import { Card, EmptyState, List, Note, Stack } from '#kernel/ui'
import { dataPath, latestPublished, Proof, type Published, published } from '#commons/publication'
import { planCopies, type PublicPlan } from '../publish.ts'
import { planCsv } from './csv.ts'
import { PlanQuery } from './filter.ts'
import { PlanWords } from './plan.tsx'

export const open = new PublicRoutes('/pst')

/** The latest plan of the authority. */
open.get('/', async (c) => {
  const [latest] = await latestPublished(planCopies)
  if (latest) return c.redirect(planCopies.path(latest.slug))
  const sentence = t('accountability.public.none')
  return publicPage(
    c,
    { title: t('strategy.title') },
    <EmptyState icon="target" sentence={sentence} />,
  )
})

open.get('/:slug', form(PlanQuery), async (c, query) => {
  const copy = await published(planCopies, c.req.param('slug') ?? '')
  return publicPage(
    c,
    pageOf(copy),
    <CopyView copy={copy} query={query} path={planCopies.path(copy.slug)} />,
  )
})

open.get('/:slug/:number{[0-9]+}', form(PlanQuery), async (c, query) => {
  const { slug = '', number } = c.req.param()
  const copy = await published(planCopies, slug, Number(number))
  return publicPage(
    c,
    pageOf(copy),
    <CopyView copy={copy} query={query} path={versionPath(copy)} />,
  )
})

open.get('/:slug/:file{[0-9]+[.]csv}', async (c) => {
  const { slug = '', file = '' } = c.req.param()
  return planCsv(await published(planCopies, slug, Number.parseInt(file, 10)))
})

const versionPath = ({ slug, number }: Published) => `${planCopies.path(slug)}/${number}`

const pageOf = ({ title }: Published) => ({
  title,
  description: t('accountability.public.description', { title }),
})

interface CopyViewProps {
  copy: Published<PublicPlan>
  query: PlanQuery
  path: string
}

/** The words of a copy, and below them how anybody checks and reuses it. */
async function CopyView({ copy, query, path }: CopyViewProps) {
  const others = (await latestPublished(planCopies)).filter(({ slug }) => slug !== copy.slug)
  return (
    <Stack>
      {copy.later !== undefined && (
        <Note>
          {t('accountability.public.older')}{' '}
          <a href={planCopies.path(copy.slug)}>{t('accountability.public.latest')}</a>
        </Note>
      )}
      <PlanWords
        plan={copy.content}
        title={copy.title}
        on={copy.published_at}
        query={query}
        path={path}
      />
      <Card title={t('accountability.public.data')} id="data">
        <p>{t('accountability.public.data_help')}</p>
        <p>
          <a href={`${versionPath(copy)}.csv`}>{t('accountability.public.csv')}</a>
          {' · '}
          <a href={dataPath(copy)}>{t('accountability.public.json')}</a>
        </p>
      </Card>
      <Proof publication={copy} />
      {others.length > 0 && (
        <Card title={t('accountability.public.others')} flush>
          <List items={others.map(({ slug, title }) => ({ title, href: planCopies.path(slug) }))} />
        </Card>
      )}
    </Stack>
  )
}
