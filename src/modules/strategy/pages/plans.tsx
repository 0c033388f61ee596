import { may, permission } from '#kernel/access'
import { today } from '#commons/clock'
import { formatDate, t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  DateField,
  EmptyState,
  Form,
  FormActions,
  FormSection,
  Head,
  List,
  Select,
  TextField,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { StateBadge, stepRoute } from '#commons/workflow'
import { type Plan, planPath, plans, rewritePlan, termOf } from '../plan.ts'
import { listPlans } from '../queries.ts'
import { WrittenPlan } from '../schema.ts'
import { steps } from '../step.ts'
import { startPlan } from '../structure.ts'
import { planWorkflow } from '../workflow.ts'
import { planListActions } from './cards.ts'
import { PlanHead } from './plan-head.tsx'
import { pages } from './routes.ts'

const runs = permission('strategy.plan.run')

pages.get('/', permission('strategy.read'), async (c) => {
  const all = await listPlans()
  const title = t('strategy.title')
  return page(
    c,
    { title },
    <>
      <Head
        title={title}
        actions={
          <>
            {planListActions.all().map((action) => action())}
            {may(runs) && (
              <ButtonLink href="/strategy/plans/new" tone="primary" icon="plus">
                {t('strategy.plan.open')}
              </ButtonLink>
            )}
          </>
        }
      />
      {all.length === 0 ? (
        <EmptyState icon="target" sentence={t('strategy.plan.none')} />
      ) : (
        <Card flush>
          <List
            label={title}
            items={all.map((plan) => ({
              title: plan.title,
              href: planPath(plan),
              icon: 'target',
              why: [
                t(`strategy.body.${plan.body}`),
                t('strategy.plan.span', {
                  from: formatDate(plan.starts_on, 'short'),
                  to: formatDate(plan.ends_on, 'short'),
                }),
                t('strategy.plan.elements', { count: plan.elements }),
              ].join(' · '),
              due: <StateBadge flow={planWorkflow} state={plan.state} />,
            }))}
          />
        </Card>
      )}
    </>,
  )
})

pages.get('/plans/new', runs, (c) => newPlanPage(c))

pages.post('/plans', runs, form(WrittenPlan, newPlanPage), async (c, written) => {
  const names = { internal: t('strategy.volet.internal'), external: t('strategy.volet.external') }
  const plan = await startPlan(written, names)
  return redirect(c, planPath(plan), { key: 'strategy.plan.opened' })
})

function newPlanPage(c: Call, attempt?: Attempt): Promise<Response> {
  const title = t('strategy.plan.open')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <Head title={title} facts={t('strategy.plan.open_help')} />
      <PlanForm action="/strategy/plans" attempt={attempt} submit={title} given={nextTerm()} />
    </>,
  )
}

/** The legislature under way: six years. */
function nextTerm(): Partial<Plan> {
  const first = 2024 + Math.floor((today().year - 2024) / 6) * 6
  const term = termOf(first + 1, first + 6)
  return {
    ...term,
    title: t('strategy.plan.named', { from: first + 1, to: first + 6 }),
    designated_on: term.starts_on,
    first_year: first + 1,
    last_year: first + 6,
    body: 'commune',
  }
}

interface PlanFormProps {
  action: string
  attempt: Attempt | undefined
  submit: string
  given: Partial<Plan>
}

/** What a plan says of itself: title, legislature, exercises, whose it is. */
function PlanForm({ action, attempt, submit, given }: PlanFormProps) {
  return (
    <Form action={action} errors={attempt?.errors ?? {}} values={typed(attempt)}>
      <PlanFields given={given} />
      <FormActions>
        <Button tone="primary">{submit}</Button>
      </FormActions>
    </Form>
  )
}

export function PlanFields({ given }: { given: Partial<Plan> }) {
  const number = (name: 'first_year' | 'last_year' | 'nis') => (
    <TextField
      name={name}
      type="number"
      inputmode="numeric"
      size="short"
      label={t(`strategy.plan.${name}`)}
      value={given[name]?.toString() ?? ''}
      {...(name === 'nis' && { help: t('strategy.plan.nis_help') })}
      required
    />
  )
  return (
    <>
      <TextField
        name="title"
        label={t('strategy.plan.title')}
        value={given.title ?? ''}
        maxlength={255}
        required
      />
      <Select
        name="body"
        label={t('strategy.plan.body')}
        help={t('strategy.plan.body_help')}
        value={given.body ?? 'commune'}
        options={(['commune', 'cpas', 'shared'] as const).map((value) => ({
          value,
          label: t(`strategy.body.${value}`),
        }))}
      />
      <FormSection title={t('strategy.plan.term')}>
        {(['starts_on', 'ends_on'] as const).map((name) => (
          <DateField name={name} label={t(`strategy.plan.${name}`)} value={given[name]} required />
        ))}
        <DateField
          name="designated_on"
          label={t('strategy.plan.designated_on')}
          help={t('strategy.plan.designated_help')}
          value={given.designated_on ?? undefined}
        />
      </FormSection>
      <FormSection title={t('strategy.plan.exercises')}>
        {number('first_year')}
        {number('last_year')}
        {number('nis')}
      </FormSection>
    </>
  )
}

pages.get('/plans/:id/edit', runs, (c) => editPlanPage(c))

pages.post('/plans/:id', runs, form(WrittenPlan, editPlanPage), async (c, written) => {
  const plan = await rewritePlan(await load(c, plans), written)
  return redirect(c, `${planPath(plan)}/settings`, { key: 'strategy.plan.saved' })
})

async function editPlanPage(c: Call, attempt?: Attempt): Promise<Response> {
  const plan = await load(c, plans)
  return page(
    c,
    { title: plan.title, status: attempt ? 422 : 200 },
    <>
      <PlanHead plan={plan} current="settings" />
      <PlanForm
        action={planPath(plan)}
        attempt={attempt}
        submit={t('strategy.save')}
        given={plan}
      />
    </>,
  )
}

stepRoute(pages, '/plans/:id', runs, steps['strategy.plan'], {
  again: editPlanPage,
  away: '/strategy',
})
