import { formatDate, formatNumber, t } from '#kernel/i18n'
import type { Attempt } from '#kernel/http'
import { today } from '#commons/clock'
import { typed } from '#kernel/pages'
import {
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
} from '#kernel/ui'
import { type Indicator, lastTarget, reachedOf } from './indicator.ts'
import { TrendBadge } from './indicator-table.tsx'

interface IndicatorCardProps {
  indicators: readonly Indicator[]
  /** Where indicators are posted (see `indicatorRoutes`); absent where the one who looks changes nothing. */
  action?: string | undefined
  /** The years for which a target may be set. */
  years: readonly number[]
  /** What was wrong with an answer to one of the forms. */
  attempt?: Attempt | undefined
}

/** What is measured of a dossier: each series, its target, where it goes. */
export function IndicatorCard({ indicators, action, years, attempt }: IndicatorCardProps) {
  if (indicators.length === 0 && !action) return null
  return (
    <Card title={t('indicators.title')}>
      <Stack>
        {indicators.map((one) => (
          <Series indicator={one} action={action} attempt={attempt} />
        ))}
        {action && <IndicatorForm action={action} years={years} attempt={attempt} />}
      </Stack>
    </Card>
  )
}

interface SeriesProps {
  indicator: Indicator
  action: string | undefined
  attempt: Attempt | undefined
}

function Series({ indicator, action, attempt }: SeriesProps) {
  const { label, unit, source, measures, direction } = indicator
  const target = lastTarget(indicator)
  return (
    <section>
      <Row>
        <h3>{label}</h3>
        <p>
          {reachedOf(indicator)} {unit}
        </p>
        <TrendBadge indicator={indicator} />
      </Row>
      <p class="small muted">
        {[t(`indicators.direction.${direction}`), source && t('indicators.from', { source })]
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
      {action && (
        <MeasureForm indicator={indicator} path={`${action}/${indicator.id}`} attempt={attempt} />
      )}
    </section>
  )
}

interface MeasureFormProps {
  indicator: Indicator
  path: string
  attempt: Attempt | undefined
}

function MeasureForm({ indicator, path, attempt }: MeasureFormProps) {
  const own = attempt && 'measured_on' in attempt.values ? attempt : undefined
  return (
    <details open={own !== undefined}>
      <summary>{t('indicators.measure.add')}</summary>
      <Form
        action={`${path}/measures`}
        errors={own?.errors ?? {}}
        values={typed(own)}
        id={`m-${indicator.id}`}
      >
        <DateField name="measured_on" label={t('indicators.measure.on')} value={today()} required />
        <TextField
          name="value"
          label={t('indicators.measure.value')}
          inputmode="decimal"
          size="short"
          unit={indicator.unit}
          required
        />
        <TextField name="note" label={t('indicators.note')} />
        <FormActions>
          <Button icon="plus">{t('indicators.measure.add')}</Button>
        </FormActions>
      </Form>
      <PostButton
        action={`${path}/removal`}
        icon="trash-2"
        tone="quiet"
        confirm={t('indicators.remove_confirm', { label: indicator.label })}
      >
        {t('indicators.remove')}
      </PostButton>
    </details>
  )
}

interface IndicatorFormProps {
  action: string
  years: readonly number[]
  attempt: Attempt | undefined
}

function IndicatorForm({ action, years, attempt }: IndicatorFormProps) {
  const own = attempt && 'direction' in attempt.values ? attempt : undefined
  return (
    <details open={own !== undefined}>
      <summary>{t('indicators.add')}</summary>
      <Form action={action} errors={own?.errors ?? {}} values={typed(own)} id="indicator">
        <TextField name="label" label={t('indicators.label')} required />
        <TextField name="unit" label={t('indicators.unit')} size="short" />
        <TextField name="source" label={t('indicators.source')} />
        <Select
          name="direction"
          label={t('indicators.direction')}
          options={(['up', 'down'] as const).map((value) => ({
            value,
            label: t(`indicators.direction.${value}`),
          }))}
        />
        <TextField
          name="baseline"
          label={t('indicators.baseline')}
          inputmode="decimal"
          size="short"
        />
        {years.map((year) => (
          <TextField
            name={`targets.${year}`}
            label={t('indicators.target', { year: String(year) })}
            inputmode="decimal"
            size="short"
          />
        ))}
        <FormActions>
          <Button icon="plus">{t('indicators.add')}</Button>
        </FormActions>
      </Form>
    </details>
  )
}
