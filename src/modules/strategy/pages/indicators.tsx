import { formatDate, formatNumber, t } from '#kernel/i18n'
import type { Attempt } from '#kernel/http'
import { today } from '#commons/clock'
import { typed } from '#kernel/pages'
import {
  Badge,
  Button,
  Card,
  DateField,
  Form,
  FormActions,
  Lines,
  PostButton,
  Row,
  Select,
  Stack,
  TextField,
  type Tone,
} from '#kernel/ui'
import { type Element, elementPath, mayEdit } from '../element.ts'
import {
  type Indicator,
  type Trend,
  indicatorsOf,
  lastTarget,
  reachedOf,
  trendOf,
} from '../indicator.ts'
import { yearsOf } from '../plan.ts'

const trendTones: Record<Trend, Tone> = {
  better: 'good',
  worse: 'bad',
  steady: 'neutral',
  unknown: 'neutral',
}

interface IndicatorCardProps {
  element: Element
  years: Parameters<typeof yearsOf>[0]
  attempt: Attempt | undefined
}

/** What is measured of an element: its series, its target, where it goes. */
export async function IndicatorCard({ element, years, attempt }: IndicatorCardProps) {
  const all = await indicatorsOf({ element: element.id })
  const edits = mayEdit(element)
  if (all.length === 0 && !edits) return null
  return (
    <Card title={t('strategy.field.indicators')}>
      <Stack>
        {all.map((one) => (
          <Series element={element} indicator={one} attempt={attempt} />
        ))}
        {edits && <IndicatorForm element={element} years={yearsOf(years)} attempt={attempt} />}
      </Stack>
    </Card>
  )
}

function Series({
  element,
  indicator,
  attempt,
}: {
  element: Element
  indicator: Indicator
  attempt: Attempt | undefined
}) {
  const { label, unit, source, measures, direction } = indicator
  const trend = trendOf(indicator)
  const target = lastTarget(indicator)
  return (
    <section>
      <Row>
        <h3>{label}</h3>
        <p>
          {reachedOf(indicator)} {unit}
        </p>
        <Badge tone={trendTones[trend]}>{t(`strategy.trend.${trend}`)}</Badge>
      </Row>
      <p class="small muted">
        {[t(`strategy.indicator.${direction}`), source && t('strategy.indicator.from', { source })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {measures.length > 1 && (
        <Lines
          caption={label}
          categories={measures.map(({ measured_on }) => formatDate(measured_on, 'short'))}
          series={[{ name: label, values: measures.map(({ value }) => value) }]}
          format={(value) => formatNumber(value)}
          {...(target !== null && { target })}
        />
      )}
      {measures.length === 1 && (
        <p class="small">
          {measures.map(({ measured_on, value, note }) =>
            [formatDate(measured_on, 'short'), formatNumber(value), note]
              .filter(Boolean)
              .join(' · '),
          )}
        </p>
      )}
      {mayEdit(element) && (
        <MeasureForm element={element} indicator={indicator} attempt={attempt} />
      )}
    </section>
  )
}

function MeasureForm({
  element,
  indicator,
  attempt,
}: {
  element: Element
  indicator: Indicator
  attempt: Attempt | undefined
}) {
  const path = `${elementPath(element)}/indicators/${indicator.id}`
  const own = attempt && 'measured_on' in attempt.values ? attempt : undefined
  return (
    <details open={own !== undefined}>
      <summary>{t('strategy.measure.add')}</summary>
      <Form
        action={`${path}/measures`}
        errors={own?.errors ?? {}}
        values={typed(own)}
        id={`m-${indicator.id}`}
      >
        <DateField name="measured_on" label={t('strategy.measure.on')} value={today()} required />
        <TextField
          name="value"
          label={t('strategy.measure.value')}
          inputmode="decimal"
          size="short"
          unit={indicator.unit}
          required
        />
        <TextField name="note" label={t('strategy.budget.comment')} />
        <FormActions>
          <Button icon="plus">{t('strategy.measure.add')}</Button>
        </FormActions>
      </Form>
      <PostButton
        action={`${path}/removal`}
        icon="trash-2"
        tone="quiet"
        confirm={t('strategy.indicator.remove_confirm', { label: indicator.label })}
      >
        {t('strategy.indicator.remove')}
      </PostButton>
    </details>
  )
}

interface IndicatorFormProps {
  element: Element
  years: readonly number[]
  attempt: Attempt | undefined
}

function IndicatorForm({ element, years, attempt }: IndicatorFormProps) {
  const own = attempt && 'direction' in attempt.values ? attempt : undefined
  return (
    <details open={own !== undefined}>
      <summary>{t('strategy.indicator.add')}</summary>
      <Form
        action={`${elementPath(element)}/indicators`}
        errors={own?.errors ?? {}}
        values={typed(own)}
        id="indicator"
      >
        <TextField name="label" label={t('strategy.indicator.label')} required />
        <TextField name="unit" label={t('strategy.indicator.unit')} size="short" />
        <TextField name="source" label={t('strategy.indicator.source')} />
        <Select
          name="direction"
          label={t('strategy.indicator.direction')}
          options={(['up', 'down'] as const).map((value) => ({
            value,
            label: t(`strategy.indicator.${value}`),
          }))}
        />
        <TextField
          name="baseline"
          label={t('strategy.indicator.baseline')}
          inputmode="decimal"
          size="short"
        />
        {years.map((year) => (
          <TextField
            name={`targets.${year}`}
            label={t('strategy.indicator.target', { year: String(year) })}
            inputmode="decimal"
            size="short"
          />
        ))}
        <FormActions>
          <Button icon="plus">{t('strategy.indicator.add')}</Button>
        </FormActions>
      </Form>
    </details>
  )
}
