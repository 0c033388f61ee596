import { formatDate, t } from '#kernel/i18n'

/** Places of days on a line from 0 to 100. */
export interface GanttScale {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** Where a day begins. */
  at: (day: Temporal.PlainDate) => number
  /** Where it ends. */
  after: (day: Temporal.PlainDate) => number
}

const dayMs = 86_400_000

const count = (date: Temporal.PlainDate) => date.toZonedDateTime('UTC').epochMilliseconds / dayMs

/** The scale that shows the first and the last day wholly. */
export function scaleBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): GanttScale {
  const first = count(from)
  const length = Math.max(1, count(to) + 1 - first)
  const place = (days: number) => (100 * (days - first)) / length
  return { from, to, at: (day) => place(count(day)), after: (day) => place(count(day) + 1) }
}

interface Period {
  name: string
  /** Both cut at the ends of the scale. */
  start: number
  end: number
}

/** A date of each period, `months` long, that meets the scale. */
function periods(
  { from, to, at, after }: GanttScale,
  months: number,
  name: (first: Temporal.PlainDate) => string,
): Period[] {
  const found: Period[] = []
  const month = from.month - ((from.month - 1) % months)
  let first = from.with({ month, day: 1 })
  while (Temporal.PlainDate.compare(first, to) <= 0) {
    const next = first.add({ months })
    found.push({
      name: name(first),
      start: Math.max(0, at(first)),
      end: Math.min(100, after(next.subtract({ days: 1 }))),
    })
    first = next
  }
  return found
}

const years = (scale: GanttScale) => periods(scale, 12, ({ year }) => String(year))

/** None where they would be too narrow to be told apart. */
function quarters(scale: GanttScale): Period[] {
  const found = periods(scale, 3, ({ month }) =>
    t('ui.gantt.quarter', { number: Math.ceil(month / 3) }),
  )
  return found.length <= 32 ? found : []
}

/** The years and quarters above the bars, and where today is. */
export function ScaleHead({ scale, today }: { scale: GanttScale; today: Temporal.PlainDate }) {
  const here = scale.at(today)
  const side = here < 8 ? 'right' : here > 92 ? 'left' : ''
  return (
    <>
      <span class="visually-hidden">
        {t('ui.gantt.time', {
          from: formatDate(scale.from, 'short'),
          to: formatDate(scale.to, 'short'),
        })}
      </span>
      <svg class="gantt-scale" aria-hidden="true" focusable="false">
        {years(scale).map(({ name, start, end }) => (
          <>
            <line x1={per(start)} x2={per(start)} y2="100%" />
            {end - start >= 3 && (
              <text class="year" x={per(start)} dx="6" y="15">
                {name}
              </text>
            )}
          </>
        ))}
        {quarters(scale).map(
          ({ name, start, end }) =>
            end - start >= 2 && (
              <text class="quarter" x={per((start + end) / 2)} y="33">
                {name}
              </text>
            ),
        )}
        {isOn(here) && (
          <text class={`today ${side}`} x={per(here)} y="50">
            {t('ui.gantt.today')}
          </text>
        )}
      </svg>
    </>
  )
}

/** Lines of years, quarters and today behind all rows, drawn once. */
export function GridLines({ scale, today }: { scale: GanttScale; today: Temporal.PlainDate }) {
  const here = scale.at(today)
  const starts = new Set(years(scale).map(({ start }) => start))
  return (
    <svg class="gantt-grid" aria-hidden="true" focusable="false">
      {quarters(scale)
        .filter(({ start }) => !starts.has(start))
        .map(({ start }) => (
          <line class="quarter" x1={per(start)} x2={per(start)} y2="100%" />
        ))}
      {[...starts].map((start) => (
        <line x1={per(start)} x2={per(start)} y2="100%" />
      ))}
      {isOn(here) && <line class="today" x1={per(here)} x2={per(here)} y2="100%" />}
    </svg>
  )
}

const isOn = (place: number) => place >= 0 && place <= 100

const per = (value: number) => `${Math.round(100 * value) / 100}%`
