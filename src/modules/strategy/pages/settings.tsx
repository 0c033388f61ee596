import { z } from 'zod'
import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { form, gathered } from '#kernel/http'
import { page, redirect } from '#kernel/pages'
import {
  Button,
  ButtonLink,
  Card,
  CheckboxGroup,
  Form,
  FormActions,
  RadioGroup,
  Row,
  Select,
  Stack,
} from '#kernel/ui'
import { load } from '#commons/dossiers'
import { stateName } from '#commons/workflow'
import {
  type Field,
  type FieldUse,
  fieldUses,
  fieldsOf,
  fixedFields,
  shownFields,
  useOf,
} from '../fields.ts'
import type { Level } from '../level.ts'
import { type Plan, planPath, plans, settle, yearsOf } from '../plan.ts'
import { FieldUses, Settings } from '../schema.ts'
import { actionWorkflow, countableStates } from '../workflow.ts'
import { PlanHead } from './plan-head.tsx'
import { pages } from './routes.ts'

const runs = permission('strategy.plan.run')
const settingsPath = (plan: Plan) => `${planPath(plan)}/settings`

/** The levels whose fields are chosen; sub-actions follow actions, volets objectives. */
const settledLevels = ['strategic', 'operational', 'action', 'task'] as const

pages.get('/plans/:id/settings', runs, async (c) => {
  const plan = await load(c, plans)
  return page(
    c,
    { title: plan.title },
    <>
      <PlanHead plan={plan} current="settings" />
      <Stack>
        <Row>
          <ButtonLink href={`${planPath(plan)}/edit`} icon="pencil">
            {t('strategy.plan.edit')}
          </ButtonLink>
          {(['category', 'transversal', 'source'] as const).map((name) => (
            <ButtonLink href={`/vocabularies/strategy.${name}`} icon="list">
              {t(`strategy.vocabulary.${name}`)}
            </ButtonLink>
          ))}
        </Row>
        <Card title={t('strategy.settings.counting')}>
          <CountingForm plan={plan} />
        </Card>
        {settledLevels.map((level) => (
          <FieldsCard plan={plan} level={level} />
        ))}
      </Stack>
    </>,
  )
})

function CountingForm({ plan }: { plan: Plan }) {
  return (
    <Form action={settingsPath(plan)} id="counting">
      <RadioGroup
        name="numbering"
        label={t('strategy.settings.numbering')}
        value={plan.numbering}
        choices={(['sequence', 'outline'] as const).map((value) => ({
          value,
          label: t(`strategy.numbering.${value}`),
        }))}
      />
      <Select
        name="exercise"
        label={t('strategy.settings.exercise')}
        value={String(plan.exercise)}
        options={yearsOf(plan).map((year) => ({ value: String(year), label: String(year) }))}
      />
      <input type="hidden" name="counted" value="" />
      <CheckboxGroup
        name="counted"
        label={t('strategy.settings.counted')}
        help={t('strategy.settings.counted_help')}
        values={plan.counted}
        choices={countableStates.map((value) => ({ value, label: countedName(value) }))}
      />
      <FormActions>
        <Button tone="primary">{t('strategy.save')}</Button>
      </FormActions>
    </Form>
  )
}

const countedName = (state: string) =>
  stateName(state in actionWorkflow.states ? 'strategy.action' : 'strategy.objective', state)

function FieldsCard({ plan, level }: { plan: Plan; level: Level }) {
  const free = fieldsOf[level].filter((field) => !fixedFields.includes(field))
  return (
    <Card
      title={t(`strategy.level.${level}`)}
      aside={t('strategy.settings.shown', { count: shownFields(plan.fields, level).length })}
      id={level}
    >
      <details>
        <summary>{t('strategy.settings.fields')}</summary>
        <Form action={`${settingsPath(plan)}/fields`} id={`fields-${level}`}>
          <input type="hidden" name="level" value={level} />
          {free.map((field) => (
            <Select
              name={`uses.${field}`}
              label={t(`strategy.field.${field}`)}
              value={useOf(plan.fields, level, field)}
              options={fieldUses.map((value) => ({ value, label: t(`strategy.use.${value}`) }))}
            />
          ))}
          <FormActions>
            <Button>{t('strategy.save')}</Button>
          </FormActions>
        </Form>
      </details>
    </Card>
  )
}

pages.post('/plans/:id/settings', runs, form(Settings), async (c, { counted = [], ...rest }) => {
  const plan = await settle(await load(c, plans), { counted, ...rest })
  return redirect(c, settingsPath(plan), { key: 'strategy.plan.saved' })
})

const FieldForm = z.preprocess(
  (given: Record<string, unknown>) => ({ ...given, uses: gathered('uses')(given) }),
  FieldUses,
)

pages.post('/plans/:id/settings/fields', runs, form(FieldForm), async (c, { level, uses }) => {
  const plan = await load(c, plans)
  const chosen: Partial<Record<Field, FieldUse>> = {}
  for (const field of fieldsOf[level])
    if (!fixedFields.includes(field) && uses[field]) chosen[field] = uses[field]
  await settle(plan, { fields: { ...plan.fields, [level]: chosen } })
  return redirect(c, `${settingsPath(plan)}#${level}`, { key: 'strategy.plan.saved' })
})
