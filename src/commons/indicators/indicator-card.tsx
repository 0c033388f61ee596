import { formatDate, formatNumber, t } from '#kernel/i18n'
import { today } from '#commons/clock'
import {
  Button,
  Card,
  DateField,
  FoldedForm,
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
}

/** What is measured of a dossier: each series, its target, where it goes. */
export function IndicatorCard({ indicators, action, years }: IndicatorCardProps) {
  if (indicators.length === 0 && !action) return null
  return (
    <Card title={t('indicators.title')}>
      <Stack>
        {indicators.map((one) => (
          <Series indicator={one} action={action} />
        ))}
        {action && <IndicatorForm action={action} years={years} />}
      </Stack>
    </Card>
  )
}

interface SeriesProps {
  indicator: Indicator
  action: string | undefined
}

function Series({ indicator, action }: SeriesProps) {
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
      {action && <MeasureForm indicator={indicator} path={`${action}/${indicator.id}`} />}
    </section>
  )
}

interface MeasureFormProps {
  indicator: Indicator
  path: string
}

function MeasureForm({ indicator, path }: MeasureFormProps) {
  return (
    <>
      <FoldedForm
        label={t('indicators.measure.add')}
        action={`${path}/measures`}
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
      </FoldedForm>
      <PostButton
        action={`${path}/removal`}
        icon="trash-2"
        tone="quiet"
        confirm={t('indicators.remove_confirm', { label: indicator.label })}
      >
        {t('indicators.remove')}
      </PostButton>
    </>
  )
}

interface IndicatorFormProps {
  action: string
  years: readonly number[]
}

function IndicatorForm({ action, years }: IndicatorFormProps) {
  return (
    <FoldedForm label={t('indicators.add')} action={action} id="indicator">
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
    </FoldedForm>
  )
}
