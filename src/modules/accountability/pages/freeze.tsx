import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, form } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
import { Button, Form, FormActions, FormSection, RadioGroup, RichTextField } from '#kernel/ui'
import { load } from '#commons/dossiers'
import { PlanHead, plans } from '#modules/strategy'
import { submissionsOf } from '../council.ts'
import { expected, planDates } from '../law.ts'
import { Freezing } from '../schema.ts'
import { purposes } from '../tables.ts'
import { freeze, versionsOf, versionsPath } from '../version.ts'
import { pages } from './routes.ts'

const runs = permission('accountability.run')

pages.get('/plans/:id/versions/new', runs, (c) => freezePage(c))

pages.post('/plans/:id/versions', runs, form(Freezing, freezePage), async (c, sent) => {
  const plan = await load(c, plans)
  await freeze(plan, sent.purpose, sent.report)
  return redirect(c, versionsPath(plan), { key: 'accountability.version.frozen' })
})

/** Why a plan is frozen, what the law expects next being proposed, and what is said of it. */
async function freezePage(c: Call, attempt?: Attempt): Promise<Response> {
  const plan = await load(c, plans)
  const dates = await planDates(plan, await versionsOf(plan.id), await submissionsOf(plan.id))
  const title = t('accountability.version.freeze')
  return page(
    c,
    { title, status: attempt ? 422 : 200 },
    <>
      <PlanHead plan={plan} current="versions" />
      <Form action={versionsPath(plan)} errors={attempt?.errors ?? {}} values={typed(attempt)}>
        <FormSection title={title} help={t('accountability.version.freeze_help')}>
          <RadioGroup
            name="purpose"
            label={t('accountability.version.purpose')}
            value={expected(dates)}
            choices={purposes.map((value) => ({
              value,
              label: t(`accountability.purpose.${value}`),
            }))}
            required
          />
          <RichTextField
            name="report"
            label={t('accountability.version.report')}
            help={t('accountability.version.report_help')}
          />
        </FormSection>
        <FormActions>
          <Button tone="primary" icon="lock">
            {title}
          </Button>
        </FormActions>
      </Form>
    </>,
  )
}
