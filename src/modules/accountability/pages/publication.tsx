import { actAs, permission, system } from '#kernel/access'
import { type Attempt, type Call, form } from '#kernel/http'
import { formatDateTime, type MessageKey, t } from '#kernel/i18n'
import { page, publicPage, redirect } from '#kernel/pages'
import { ButtonLink, Card, Icon, type IconName, List, Note, Stack, WithSide } from '#kernel/ui'
import { load } from '#commons/dossiers'
import {
  PublicationCard,
  type Publication,
  publicationsOf,
  withdraw,
  Withdrawal,
} from '#commons/publication'
import { PlanHead, planPath, plans } from '#modules/strategy'
import { PlanQuery } from '../public/filter.ts'
import { PlanWords } from '../public/plan.tsx'
import { planCopies, publishPlan } from '../publish.ts'
import { pages } from './routes.ts'

const publishes = permission('accountability.publish')
const pathOf = (plan: { id: string }) => `${planPath(plan)}/publication`

const leaves = [
  'accountability.publication.objectives',
  'accountability.publication.standing',
  'accountability.publication.figures',
  'accountability.publication.mandataries',
] as const
const stays = [
  'accountability.publication.created',
  'accountability.publication.texts',
  'accountability.publication.health',
  'accountability.publication.people',
  'accountability.publication.tasks',
] as const

pages.get('/plans/:id/publication', publishes, (c) => publicationPage(c))

async function publicationPage(c: Call, attempt?: Attempt): Promise<Response> {
  const plan = await load(c, plans)
  const publications = await publicationsOf(plan.id)
  const isInForce = plan.state === 'in_force'
  return page(
    c,
    { title: plan.title, status: attempt ? 422 : 200 },
    <>
      <PlanHead plan={plan} current="publication" />
      <WithSide
        side={
          <PublicationCard
            publications={publications}
            path={planCopies.path}
            publishAction={pathOf(plan)}
            withdrawAction={`${pathOf(plan)}/withdrawal`}
            may={isInForce || publications.some(({ withdrawn_at }) => withdrawn_at === null)}
            attempt={attempt}
          />
        }
      >
        {!isInForce && <Note tone="warn">{t('accountability.publication.not_in_force')}</Note>}
        <Card
          title={t('accountability.publication.leaves')}
          aside={
            <ButtonLink href={`${pathOf(plan)}/preview`} icon="eye" small>
              {t('accountability.publication.preview')}
            </ButtonLink>
          }
        >
          <Told keys={leaves} icon="eye" />
        </Card>
        <Card title={t('accountability.publication.stays')}>
          <Told keys={stays} icon="eye-off" />
        </Card>
        <Withdrawn publications={publications} />
      </WithSide>
    </>,
  )
}

function Told({ keys, icon }: { keys: readonly MessageKey[]; icon: IconName }) {
  return (
    <ul class="files">
      {keys.map((key) => (
        <li>
          <Icon name={icon} />
          <div>{t(key)}</div>
        </li>
      ))}
    </ul>
  )
}

/** What was taken off the public pages, and why. */
function Withdrawn({ publications }: { publications: readonly Publication[] }) {
  const items = publications.flatMap(({ number, withdrawn_at, withdrawal_reason }) =>
    withdrawn_at === null
      ? []
      : [
          {
            title: t('publication.number', { number }),
            why: withdrawal_reason,
            due: formatDateTime(withdrawn_at, 'short'),
          },
        ],
  )
  if (items.length === 0) return null
  return (
    <Card title={t('accountability.publication.withdrawn')} flush>
      <List items={items} />
    </Card>
  )
}

/** The public page as it would be now. */
pages.get('/plans/:id/publication/preview', publishes, form(PlanQuery), async (c, query) => {
  const plan = await load(c, plans)
  const { title, content } = await actAs(system, () => planCopies.compose(plan.id))
  const path = `${pathOf(plan)}/preview`
  return publicPage(
    c,
    { title },
    <Stack>
      <Note>
        {t('accountability.publication.preview_help')}{' '}
        <a href={pathOf(plan)}>{t('accountability.publication.back')}</a>
      </Note>
      <PlanWords plan={content} title={title} query={query} path={path} />
    </Stack>,
  )
})

pages.post('/plans/:id/publication', publishes, async (c) => {
  const plan = await load(c, plans)
  const { number } = await publishPlan(plan)
  return redirect(c, pathOf(plan), { key: 'accountability.publication.done', params: { number } })
})

pages.post(
  '/plans/:id/publication/withdrawal',
  publishes,
  form(Withdrawal, publicationPage),
  async (c, { publication, reason }) => {
    const plan = await load(c, plans)
    await withdraw(plan, publication, reason)
    return redirect(c, pathOf(plan), { key: 'accountability.publication.undone' })
  },
)
