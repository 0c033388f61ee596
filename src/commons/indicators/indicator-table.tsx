import { formatNumber, t } from '#kernel/i18n'
import { Badge, EmptyState, Sparkline, Table, type Tone } from '#kernel/ui'
import { type Indicator, lastTarget, reachedOf, type Trend, trendOf } from './indicator.ts'

const tones: Record<Trend, Tone> = {
  worse: 'bad',
  steady: 'neutral',
  better: 'good',
  unknown: 'neutral',
}

/** Where a series goes, in a word. */
export function TrendBadge({ indicator }: { indicator: Indicator }) {
  const trend = trendOf(indicator)
  return <Badge tone={tones[trend]}>{t(`indicators.trend.${trend}`)}</Badge>
}

interface IndicatorTableProps {
  caption: string
  indicators: readonly Indicator[]
  /** Of what each is, by the id of its dossier. */
  dossiers: ReadonlyMap<string, { label: string; href: string }>
}

/** The indicators of many dossiers under one another, those that get worse first. */
export function IndicatorTable({ caption, indicators, dossiers }: IndicatorTableProps) {
  const order = Object.keys(tones)
  const rank = (one: Indicator) => order.indexOf(trendOf(one))
  return (
    <Table
      caption={caption}
      hideCaption
      empty={<EmptyState icon="chart-column" sentence={t('indicators.none')} />}
      rows={indicators.toSorted((a, b) => rank(a) - rank(b))}
      columns={[
        {
          header: t('indicators.label'),
          cell: ({ label, dossier_id }) => {
            const of = dossiers.get(dossier_id)
            return (
              <>
                {label}
                {of && (
                  <p class="small">
                    <a href={of.href}>{of.label}</a>
                  </p>
                )}
              </>
            )
          },
        },
        { header: t('indicators.series'), cell: (one) => <Series indicator={one} /> },
        {
          header: t('indicators.reached'),
          align: 'end',
          cell: (one) => `${reachedOf(one)} ${one.unit}`,
        },
        { header: t('indicators.trend'), cell: (one) => <TrendBadge indicator={one} /> },
      ]}
    />
  )
}

function Series({ indicator }: { indicator: Indicator }) {
  const { baseline, measures, label } = indicator
  const values = [...(baseline === null ? [] : [baseline]), ...measures.map(({ value }) => value)]
  if (values.length < 2) return null
  const target = lastTarget(indicator)
  return (
    <Sparkline
      label={t('indicators.series_of', {
        label,
        values: values.map((one) => formatNumber(one)).join(', '),
      })}
      values={values}
      {...(target !== null && { target })}
    />
  )
}
