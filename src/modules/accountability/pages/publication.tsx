import { actAs, permission, system } from '#kernel/access'
import { type Attempt, type Call, form } from '#kernel/http'
import { t } from '#kernel/i18n'
import { page, publicPage, redirect } from '#kernel/pages'
import { ButtonLink, Card, Icon, Note, WithSide } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { PublicationCard, publicationsOf, withdraw, Withdrawal } from '#commons/publication'
import { PlanHead, planPath, plans } from '#modules/strategy'
import { PlanQuery } from '../public/look-up.ts'
import { PlanWords } from '../public/plan.tsx'
import { planCopies, publishPlan } from '../publish.ts'
import { pages } from './routes.ts'

const publishes = permission('accountability.publish')
const pathOf = (plan: { id: string }) => `${planPath(plan)}/publication`

pages.get('/plans/:id/publication', publishes, (c) => publicationPage(c))

async function publicationPage(c: Call, attempt?: Attempt): Promise<Response> {
  const plan = await load(c, plans)
  const publications = await publicationsOf(plan.id)
  const isInForce = plan.state === 'in_force'
  const card = (
    <PublicationCard
      publications={publications}
      path={planCopies.path}
      publishAction={pathOf(plan)}
      withdrawAction={`${pathOf(plan)}/withdrawal`}
      may={isInForce || publications.some(({ withdrawn_at }) => withdrawn_at === null)}
    />
  )
  return page(
    c,
    { title: plan.title, status: attempt ? 422 : 200 },
    <>
      <PlanHead plan={plan} current="publication" />
      <WithSide side={card}>
        {!isInForce && <Note tone="warn">{t('accountability.publication.not_in_force')}</Note>}
        <ButtonLink href={`${pathOf(plan)}/preview`} icon="eye">
          {t('accountability.publication.preview')}
        </ButtonLink>
        {(['leaves', 'stays'] as const).map((what) => (
          <Card title={t(`accountability.publication.${what}`)}>
            <ul class="files">
              {t(`accountability.publication.${what}_list`)
                .split('\n')
                .map((line) => (
                  <li>
                    <Icon name={what === 'leaves' ? 'eye' : 'eye-off'} />
                    <div>{line}</div>
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </WithSide>
    </>,
  )
}

/** The public page as it would be now. */
pages.get('/plans/:id/publication/preview', publishes, form(PlanQuery), async (c, query) => {
  const plan = await load(c, plans)
  const { title, content } = await actAs(system, () => planCopies.compose(plan.id))
  return publicPage(
    c,
    { title, drawn: true },
    <>
      <Note>
        <a href={pathOf(plan)}>{t('accountability.publication.preview_help')}</a>
      </Note>
      <PlanWords plan={content} title={title} query={query} path={`${pathOf(plan)}/preview`} />
    </>,
  )
})

pages.post('/plans/:id/publication', publishes, async (c) => {
  const plan = await load(c, plans)
  const { number } = await publishPlan(plan)
  return redirect(c, pathOf(plan), { key: 'accountability.publication.done', params: { number } })
})

const withdrawal = form(Withdrawal, publicationPage)
pages.post('/plans/:id/publication/withdrawal', publishes, withdrawal, async (c, sent) => {
  const plan = await load(c, plans)
  await withdraw(plan, sent.publication, sent.reason)
  return redirect(c, pathOf(plan), { key: 'accountability.publication.undone' })
})
