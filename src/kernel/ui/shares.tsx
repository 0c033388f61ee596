import { formatNumber } from '#kernel/i18n'
import { said } from './chart-frame.tsx'
import type { Tone } from './mark.tsx'

export interface SharePart {
  label: string
  value: number
  /** The colour of a state; without it, one of the colours of series. */
  tone?: Tone | undefined
  /** Where the legend leads. */
  href?: string | undefined
}

/** Parts of a whole as one bar, over a legend that says how many and how much of it each is. */
export function ShareBar({ caption, parts }: { caption: string; parts: readonly SharePart[] }) {
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const share = (value: number) => (total > 0 ? value / total : 0)
  let before = 0
  const drawn = parts.map((part, index) => {
    const start = before
    before += share(part.value)
    return { ...part, start, width: share(part.value), colour: colourOf(part, index) }
  })
  return (
    <figure class="chart shares">
      <figcaption>{caption}</figcaption>
      <svg width="100%" height="28" aria-hidden="true" focusable="false">
        <rect class="track" width="100%" height="28" rx="4" />
        {drawn
          .filter(({ width }) => width > 0)
          .map((part) => (
            <ShareView {...part} />
          ))}
      </svg>
      <ul class="chart-legend">
        {drawn.map(({ label, value, width, colour, href }) => (
          <li>
            <svg class={`swatch-mark ${colour}`} aria-hidden="true" focusable="false">
              <rect x="1" y="1" width="12" height="12" rx="2" />
            </svg>
            {href ? <a href={href}>{label}</a> : label} <strong>{formatNumber(value)}</strong>{' '}
            <small>{formatNumber(width, { style: 'percent' })}</small>
          </li>
        ))}
      </ul>
    </figure>
  )
}

function colourOf({ tone }: SharePart, index: number): string {
  return tone ?? `series-${(index % 7) + 1}`
}

interface DrawnShare extends SharePart {
  /** Of the whole, 0 to 1, as its width. */
  start: number
  width: number
  colour: string
}

function ShareView({ label, value, start, width, colour }: DrawnShare) {
  return (
    <g class={colour}>
      <rect x={percent(start)} width={percent(width)} height="28">
        <title>{said(label, formatNumber(value))}</title>
      </rect>
      {width >= 0.06 && (
        <text x={percent(start + width / 2)} y="19">
          {formatNumber(value)}
        </text>
      )}
      {start > 0 && <rect class="gap" x={percent(start)} width="2" height="28" />}
    </g>
  )
}

const percent = (share: number) => `${Math.round(10_000 * share) / 100}%`

export interface SparklineProps {
  /** From the oldest to the newest; null where nothing was measured. */
  values: readonly (number | null)[]
  /** Drawn as a dashed line. */
  target?: number | undefined
  /** Says in words what the line shows: « de 12 à 34 en cinq ans ». */
  label: string
}

const spark = { width: 96, height: 24, edge: 3 }

/** A line the size of a word; a gap where nothing was measured, a dot on the last value. */
export function Sparkline({ values, target, label }: SparklineProps) {
  const known = [...values, target].filter((value) => typeof value === 'number')
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const inner = spark.height - 2 * spark.edge
  const x = (index: number) =>
    spark.edge + (index * (spark.width - 2 * spark.edge)) / Math.max(1, values.length - 1)
  const y = (value: number) =>
    high > low ? spark.edge + inner * (1 - (value - low) / (high - low)) : spark.height / 2
  const points = values.flatMap((value, index) =>
    value === null ? [] : [{ index, x: round(x(index)), y: round(y(value)) }],
  )
  const path = points
    .map((point, place) => {
      const follows = points[place - 1]?.index === point.index - 1
      return `${follows ? 'L' : 'M'}${point.x} ${point.y}`
    })
    .join('')
  const last = points.at(-1)
  return (
    <svg class="spark" role="img" aria-label={label} focusable="false" viewBox="0 0 96 24">
      {target !== undefined && <path class="target" d={`M0 ${round(y(target))}H96`} />}
      <path class="line" d={path} />
      {last && <circle cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  )
}

const round = (value: number) => Math.round(10 * value) / 10
