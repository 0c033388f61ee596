import type { Child } from 'hono/jsx'
import { t } from '#kernel/i18n'

export interface Series {
  name: string
  /** One for each category; null where nothing was measured. */
  values: readonly (number | null)[]
}

export interface ChartProps {
  caption: string
  /** Up to 7, told apart by their colour and by their number or shape. */
  series: readonly Series[]
  categories: readonly string[]
  format: (value: number) => string
}

/** From the lowest to the highest round number that hold all values, and those between them. */
export interface ValueScale {
  ticks: readonly number[]
  /** Per cent of the height, from above. */
  y: (value: number) => number
}

/** Four or five round steps around all values; zero is always among them. */
export function scaleOf(values: readonly number[]): ValueScale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const whole = values.every((value) => Number.isInteger(value))
  const step = roundStep((most - least || 1) / 4, whole)
  const low = Math.floor(least / step)
  const high = Math.max(low + 1, Math.ceil(most / step))
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => (low + index) * step)
  const y = (value: number) => 100 - (100 * (value / step - low)) / (high - low)
  return { ticks, y }
}

function roundStep(step: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(step))
  const round = [1, 2, 2.5, 5, 10].find((one) => one * power >= step * 0.999) ?? 10
  return whole ? Math.max(1, Math.ceil(round * power)) : round * power
}

export interface ChartFrameProps extends ChartProps {
  scale: ValueScale
  /** One `li` for each series; nothing where there is but one. */
  legend: Child
  /** Further lines of the table of numbers: a target. */
  further?: readonly Series[] | undefined
  /** The drawing, in per cent of the plot. */
  children: Child
}

/** What stands around a drawing: its caption, legend, axes, and its numbers as a table. */
export function ChartFrame(props: ChartFrameProps) {
  const { caption, categories, format, scale, legend, series, further = [], children } = props
  return (
    <figure class="chart">
      <figcaption>{caption}</figcaption>
      {legend && <ul class="chart-legend">{legend}</ul>}
      <ChartPlot many={categories.length > 8} label={caption}>
        <div class={categories.length > 12 ? 'chart-plot most' : 'chart-plot'} aria-hidden="true">
          <ul class="chart-ticks">
            {scale.ticks.toReversed().map((tick) => (
              <li>
                <span>{format(tick)}</span>
              </li>
            ))}
          </ul>
          <svg class="chart-area" width="100%" height="100%" focusable="false">
            {scale.ticks.map((tick) => (
              <line
                class={tick === 0 ? 'axis' : 'grid'}
                x2="100%"
                y1={per(scale.y(tick))}
                y2={per(scale.y(tick))}
              />
            ))}
            {children}
          </svg>
          <ul class="chart-categories">
            {categories.map((category) => (
              <li>{category}</li>
            ))}
          </ul>
        </div>
      </ChartPlot>
      <Numbers
        caption={caption}
        categories={categories}
        format={format}
        series={[...series, ...further]}
      />
    </figure>
  )
}

/** With many categories it scrolls sideways where there is no room. */
function ChartPlot({ many, label, children }: { many: boolean; label: string; children: Child }) {
  if (!many) return <>{children}</>
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it
    <section class="chart-scroll" aria-label={label} tabindex={0}>
      {children}
    </section>
  )
}

/** The numbers of a chart, as the table that it draws. */
function Numbers({ caption, series, categories, format }: ChartProps) {
  return (
    <details class="chart-numbers">
      <summary>{t('ui.chart.numbers')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
      <section class="chart-scroll" aria-label={t('ui.chart.numbers_of', { caption })} tabindex={0}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ui.chart.category')}</th>
              {series.map(({ name }) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {categories.map((category, index) => (
              <tr>
                <th scope="row">{category}</th>
                {series.map(({ values }) => {
                  const value = values[index] ?? null
                  return <td>{value === null ? '—' : format(value)}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}

/** What the pointer is told where it rests: « Travaux, 2026 : 12 ». */
export const said = (what: string, value: string) => t('ui.chart.said', { what, value })

/** The colours of series, 1 to 7, and again from the first. */
export const seriesClass = (index: number) => `series-${(index % 7) + 1}`

export const per = (value: number) => `${Math.round(100 * value) / 100}%`
