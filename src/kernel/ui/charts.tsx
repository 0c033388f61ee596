import { t } from '#kernel/i18n'
import {
  ChartFrame,
  type ChartProps,
  per,
  scaleOf,
  type Series,
  said,
  seriesClass,
} from './chart-frame.tsx'

export interface ColumnsProps extends ChartProps {
  /** The values of a category stand on one another: parts of a whole. */
  stacked?: boolean | undefined
}

/** Vertical bars: the series of each category beside one another, or stacked. */
export function Columns({ stacked, ...chart }: ColumnsProps) {
  const bars = stacked ? stackedBars(chart) : groupedBars(chart)
  const scale = scaleOf(bars.flatMap(({ from, to }) => [from, to]))
  const several = chart.series.length > 1
  const figures = several ? '' : roomFor(bars.map(({ value }) => chart.format(value)))
  return (
    <ChartFrame
      {...chart}
      scale={scale}
      legend={several && <ColumnsLegend series={chart.series} />}
    >
      {bars.map((bar) => (
        <BarView {...bar} chart={chart} y={scale.y} figures={figures} />
      ))}
    </ChartFrame>
  )
}

/** What the style sheet calls figures that need so much width; nothing where they never fit. */
function roomFor(figures: readonly string[]): string {
  const longest = Math.max(0, ...figures.map((figure) => figure.length))
  const rem = figures.length * (0.42 * longest + 0.4)
  if (rem <= 15) return 'figure'
  if (rem <= 28) return 'figure medium'
  return rem <= 43 ? 'figure long' : ''
}

interface BarPlace {
  series: number
  category: number
  value: number
  /** Its two ends, in the unit of the values. */
  from: number
  to: number
  /** Per cent of the width. */
  x: number
  width: number
}

function groupedBars({ series, categories }: ChartProps): BarPlace[] {
  const slot = 100 / Math.max(1, categories.length)
  const width = Math.min(12, (slot * 0.78) / Math.max(1, series.length))
  return series.flatMap(({ values }, one) =>
    values.flatMap((value, category) => {
      if (value === null) return []
      const x = slot * (category + 0.5) + width * (one - series.length / 2)
      return [{ series: one, category, value, from: 0, to: value, x, width }]
    }),
  )
}

/** What is below zero hangs down from it. */
function stackedBars({ series, categories }: ChartProps): BarPlace[] {
  const slot = 100 / Math.max(1, categories.length)
  const width = Math.min(12, slot * 0.62)
  return categories.flatMap((_, category) => {
    const reached = { above: 0, below: 0 }
    return series.flatMap(({ values }, one) => {
      const value = values[category] ?? null
      if (value === null) return []
      const side = value < 0 ? 'below' : 'above'
      const from = reached[side]
      reached[side] += value
      const x = slot * (category + 0.5) - width / 2
      return [{ series: one, category, value, from, to: from + value, x, width }]
    })
  })
}

interface BarViewProps extends BarPlace {
  chart: ChartProps
  /** Classes of the value above the bar; none is written without them. */
  figures: string
  y: (value: number) => number
}

function BarView({ chart, figures, y, series, category, value, ...place }: BarViewProps) {
  const { from, to, x, width } = place
  const { format, categories } = chart
  const top = Math.min(y(from), y(to))
  const height = Math.abs(y(from) - y(to))
  const name = chart.series[series]?.name ?? ''
  const several = chart.series.length > 1
  return (
    <g class={seriesClass(series)}>
      <rect class="bar" x={per(x)} y={per(top)} width={per(width)} height={per(height)}>
        <title>{said(`${name}, ${categories[category] ?? ''}`, format(value))}</title>
      </rect>
      {several && width >= 2 && height >= 8 && (
        <text
          class={width < 4 ? 'key thin' : 'key'}
          x={per(x + width / 2)}
          y={per(top + height / 2)}
          dy="0.36em"
        >
          {series + 1}
        </text>
      )}
      {figures && (
        <text class={figures} x={per(x + width / 2)} y={per(top)} dy="-0.4em">
          {format(value)}
        </text>
      )}
    </g>
  )
}

function ColumnsLegend({ series }: { series: readonly Series[] }) {
  return (
    <>
      {series.map(({ name }, index) => (
        <li>
          <svg class={`key-mark ${seriesClass(index)}`} aria-hidden="true" focusable="false">
            <rect class="bar" width="18" height="18" rx="3" />
            <text class="key" x="9" y="9" dy="0.36em">
              {index + 1}
            </text>
          </svg>
          {name}
        </li>
      ))}
    </>
  )
}

export interface LinesProps extends ChartProps {
  /** What is to be reached: the same for all categories, or one for each. */
  target?: number | readonly (number | null)[] | undefined
}

/** How values move from one category to the next, most often years; the target is dashed. */
export function Lines({ target, ...chart }: LinesProps) {
  const { series, categories } = chart
  const aim: Series | undefined =
    target === undefined
      ? undefined
      : {
          name: t('ui.chart.target'),
          values: typeof target === 'number' ? categories.map(() => target) : target,
        }
  const all = [...series, ...(aim ? [aim] : [])].flatMap(({ values }) => [...values])
  const { ticks, y } = scaleOf(all.filter((value) => value !== null))
  const x = (index: number) => (100 * (index + 0.5)) / Math.max(1, categories.length)
  const legend = (series.length > 1 || aim) && <LinesLegend series={series} aim={aim} />
  return (
    <ChartFrame {...chart} scale={{ ticks, y }} legend={legend} further={aim ? [aim] : []}>
      {aim && (
        <g class="target">
          <Strokes values={aim.values} x={x} y={y} />
        </g>
      )}
      {series.map((one, index) => (
        <LineView series={one} index={index} chart={chart} x={x} y={y} />
      ))}
    </ChartFrame>
  )
}

interface Places {
  x: (index: number) => number
  y: (value: number) => number
}

/** From one value to the next; none where one of them is missing. */
function Strokes({ values, x, y }: Places & { values: readonly (number | null)[] }) {
  return (
    <>
      {values.map((value, index) => {
        const next = values[index + 1] ?? null
        if (value === null || next === null) return null
        return (
          <line x1={per(x(index))} y1={per(y(value))} x2={per(x(index + 1))} y2={per(y(next))} />
        )
      })}
    </>
  )
}

interface LineViewProps extends Places {
  series: Series
  index: number
  chart: ChartProps
}

function LineView({ series, index, chart, x, y }: LineViewProps) {
  return (
    <g class={`line ${seriesClass(index)}`}>
      <Strokes values={series.values} x={x} y={y} />
      {series.values.map(
        (value, place) =>
          value !== null && (
            <svg x={per(x(place))} y={per(y(value))} overflow="visible">
              <path d={shapeOf(index)}>
                <title>
                  {said(`${series.name}, ${chart.categories[place] ?? ''}`, chart.format(value))}
                </title>
              </path>
            </svg>
          ),
      )}
    </g>
  )
}

/** Around the point 0, 0: a circle, a square, a triangle, a diamond, a point down, a plus, a cross. */
const shapes = [
  'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z',
  'M-4-4h8v8h-8z',
  'M0-5.5l5.5 9.5h-11z',
  'M0-6l6 6-6 6-6-6z',
  'M0 5.5l5.5-9.5h-11z',
  'M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
  'M-5-2.5l2.5-2.5L0-2.5 2.5-5 5-2.5 2.5 0 5 2.5 2.5 5 0 2.5-2.5 5-5 2.5-2.5 0z',
]

const shapeOf = (index: number) => shapes[index % shapes.length] ?? ''

function LinesLegend({ series, aim }: { series: readonly Series[]; aim: Series | undefined }) {
  return (
    <>
      {series.map(({ name }, index) => (
        <li>
          <svg class="line-mark" aria-hidden="true" focusable="false">
            <g class={`line ${seriesClass(index)}`}>
              <line x2="28" y1="9" y2="9" />
              <svg x="14" y="9" overflow="visible">
                <path d={shapeOf(index)} />
              </svg>
            </g>
          </svg>
          {name}
        </li>
      ))}
      {aim && (
        <li>
          <svg class="line-mark" aria-hidden="true" focusable="false">
            <g class="target">
              <line x2="28" y1="9" y2="9" />
            </g>
          </svg>
          {aim.name}
        </li>
      )}
    </>
  )
}
