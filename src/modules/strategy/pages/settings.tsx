import { z } from 'zod'
import { permission } from '#kernel/access'
import { t } from '#kernel/i18n'
import { type Attempt, type Call, form, gathered, wantsAll } from '#kernel/http'
import { page, redirect, typed } from '#kernel/pages'
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
import { ensureFresh, latestHistory, load, Version, VersionField } from '#commons/dossiers'
import { RecordHistory } from '#commons/records'
import { BesideDossier, stateName } from '#commons/workflow'
import { fieldUses, fieldsOf, fixedFields, shownFields, useOf } from '../fields.ts'
import type { Level } from '../level.ts'
import { type Plan, planPath, plans, settle, settleFields, yearsOf } from '../plan.ts'
import { planFields } from '../plan-fields.ts'
import { FieldUses, Settings } from '../schema.ts'
import { actionWorkflow, countableStates } from '../workflow.ts'
import { PlanHead } from './plan-head.tsx'
import { pages } from './routes.ts'

const runs = permission('strategy.plan.run')
const settingsPath = (plan: Plan) => `${planPath(plan)}/settings`

/** The levels whose fields are chosen; sub-actions follow actions, volets objectives. */
const settledLevels = ['strategic', 'operational', 'action', 'task'] as const

pages.get('/plans/:id/settings', runs, (c) => settingsPage(c))

async function settingsPage(c: Call, attempt?: Attempt): Promise<Response> {
  const plan = await load(c, plans)
  const tried = attempt?.values['level']
  const of = (level?: Level) => (tried === level ? attempt : undefined)
  return page(
    c,
    { title: plan.title, status: attempt ? 422 : 200 },
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
          <CountingForm plan={plan} attempt={of()} />
        </Card>
        {settledLevels.map((level) => (
          <FieldsCard plan={plan} level={level} attempt={of(level)} />
        ))}
        <BesideDossier dossier={plan} />
        <Card title={t('strategy.history')}>
          <RecordHistory
            of={plan}
            fields={planFields}
            lines={await latestHistory(plan.id, { all: wantsAll(c, 'history') })}
          />
        </Card>
      </Stack>
    </>,
  )
}

interface Tried {
  plan: Plan
  attempt: Attempt | undefined
}

function CountingForm({ plan, attempt }: Tried) {
  return (
    <Form
      action={settingsPath(plan)}
      id="counting"
      errors={attempt?.errors ?? {}}
      values={typed(attempt)}
    >
      <VersionField dossier={plan} attempt={attempt}>
        <ul>
          <li>
            {t('strategy.settings.numbering')} : {t(`strategy.numbering.${plan.numbering}`)}
          </li>
          <li>
            {t('strategy.settings.exercise')} : {plan.exercise}
          </li>
          <li>
            {t('strategy.settings.counted')} : {plan.counted.map(countedName).join(', ')}
          </li>
        </ul>
      </VersionField>
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

function FieldsCard({ plan, level, attempt }: Tried & { level: Level }) {
  const free = fieldsOf[level].filter((field) => !fixedFields.includes(field))
  return (
    <Card
      title={t(`strategy.level.${level}`)}
      aside={t('strategy.settings.shown', { count: shownFields(plan.fields, level).length })}
      id={level}
    >
      <details open={attempt !== undefined}>
        <summary>{t('strategy.settings.fields')}</summary>
        <Form
          action={`${settingsPath(plan)}/fields`}
          id={`fields-${level}`}
          errors={attempt?.errors ?? {}}
          values={typed(attempt)}
        >
          <VersionField dossier={plan} attempt={attempt}>
            <ul>
              {free.map((field) => (
                <li>
                  {t(`strategy.field.${field}`)} :{' '}
                  {t(`strategy.use.${useOf(plan.fields, level, field)}`)}
                </li>
              ))}
            </ul>
          </VersionField>
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

const Counting = form(Settings.extend(Version.partial().shape), settingsPage)

pages.post('/plans/:id/settings', runs, Counting, async (c, sent) => {
  const { counted = [], version, ...rest } = sent
  const plan = await load(c, plans)
  if (version) await ensureFresh(plan, version)
  await settle(plan, { counted, ...rest })
  return redirect(c, settingsPath(plan), { key: 'strategy.plan.saved' })
})

const FieldForm = z.preprocess(
  (given: Record<string, unknown>) => ({ ...given, uses: gathered('uses')(given) }),
  FieldUses.extend(Version.partial().shape),
)

pages.post('/plans/:id/settings/fields', runs, form(FieldForm, settingsPage), async (c, sent) => {
  const { level, uses, version } = sent
  const plan = await load(c, plans)
  if (version) await ensureFresh(plan, version)
  await settleFields(plan, { level, uses })
  return redirect(c, `${settingsPath(plan)}#${level}`, { key: 'strategy.plan.saved' })
})
