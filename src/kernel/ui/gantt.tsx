/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- the style sheet shows rows as grids, which takes their roles away */
import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { formatDate, formatNumber, t } from '#kernel/i18n'
import { EmptyState } from './feedback.tsx'
import { type GanttScale, GridLines, scaleBetween, ScaleHead } from './gantt-scale.tsx'
import type { Tone } from './mark.tsx'

export interface GanttRow {
  id: string
  label: string
  href?: string | undefined
  /** 1 for what contains the rows below it; at most 6. */
  level: number
  start: Temporal.PlainDate | null
  /** The last day. Without a start, a date to keep: drawn as a diamond. */
  end: Temporal.PlainDate | null
  /** Its dates are those of what it contains: drawn lighter. */
  inherited?: boolean | undefined
  /** Per cent done; null where nobody says. */
  progress: number | null
  tone?: Tone | undefined
  /** In a word or two what the tone means: late, in conflict. */
  note?: string | undefined
}

export interface GanttProps {
  /** Says what the rows are. */
  label: string
  /** First and last day that are drawn; bars are cut there, an arrow shows what lies beyond. */
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  today: Temporal.PlainDate
  rows: readonly GanttRow[]
  /** What stands in place of the rows when there are none. */
  empty?: Child
}

/**
 * What happens when (diagramme de Gantt): a table with its dates in figures, and a bar for each row.
 * Rows are strings, for there may be thousands of them.
 */
export function Gantt({ label, from, to, today, rows, empty }: GanttProps) {
  if (rows.length === 0) return <>{empty ?? <EmptyState sentence={t('ui.table.empty')} />}</>
  const scale = scaleBetween(from, to)
  return (
    <div class="gantt-frame">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it */}
      <section class="gantt" aria-label={label} tabindex={0}>
        <div class="gantt-sheet">
          <GridLines scale={scale} today={today} />
          <table role="table">
            <caption class="visually-hidden">{label}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col" class="gantt-what">
                  {t('ui.gantt.what')}
                </th>
                <th role="columnheader" scope="col" class="gantt-date">
                  {t('ui.gantt.start')}
                </th>
                <th role="columnheader" scope="col" class="gantt-date">
                  {t('ui.gantt.end')}
                </th>
                <th role="columnheader" scope="col" class="gantt-time">
                  <ScaleHead scale={scale} today={today} />
                </th>
              </tr>
            </thead>
            <tbody role="rowgroup">{rowsOn(scale, rows)}</tbody>
          </table>
        </div>
      </section>
      <GanttLegend rows={rows} />
    </div>
  )
}

function GanttLegend({ rows }: { rows: readonly GanttRow[] }) {
  return (
    <ul class="chart-legend">
      {rows.some(({ progress }) => progress !== null) && (
        <li>
          <svg class="gantt-key info" aria-hidden="true" focusable="false">
            <rect class="bar" y="2" width="28" height="10" rx="3" />
            <rect class="done" y="2" width="16" height="10" rx="3" />
          </svg>
          {t('ui.gantt.legend.done')}
        </li>
      )}
      {rows.some((row) => row.inherited) && (
        <li>
          <svg class="gantt-key info inherited" aria-hidden="true" focusable="false">
            <rect class="bar" y="4" width="28" height="6" rx="1" />
          </svg>
          {t('ui.gantt.legend.inherited')}
        </li>
      )}
      {rows.some(({ start, end }) => !start && end) && (
        <li>
          <svg class="gantt-key info narrow" aria-hidden="true" focusable="false">
            <path class="mark" d="M7 1l6 6-6 6-6-6z" />
          </svg>
          {t('ui.gantt.legend.date')}
        </li>
      )}
    </ul>
  )
}

function rowsOn(scale: GanttScale, rows: readonly GanttRow[]): Child[] {
  const inherited = t('ui.gantt.inherited')
  return rows.map((row) => {
    const level = Math.min(6, Math.max(1, row.level))
    const tone = row.tone ?? 'info'
    const name = row.href ? html`<a href="${row.href}">${row.label}</a>` : row.label
    const note = row.note ? html` <small class="gantt-note ${tone}">${row.note}</small>` : ''
    const done = row.progress === null ? '' : `${share(row.progress)} `
    const said = `${done}${row.inherited ? inherited : ''}`.trim()
    return html`<tr role="row" class="level-${level}" data-id="${row.id}">
      <th role="rowheader" scope="row" class="gantt-what">${name}${note}</th>
      <td role="cell" class="gantt-date">${day(row.start)}</td>
      <td role="cell" class="gantt-date">${day(row.end)}</td>
      <td role="cell" class="gantt-time ${tone}${row.inherited ? ' inherited' : ''}">
        <svg aria-hidden="true" focusable="false">${drawing(scale, row)}</svg
        ><span class="visually-hidden">${said}</span>
      </td>
    </tr>`
  })
}

const day = (date: Temporal.PlainDate | null) => (date ? formatDate(date, 'short') : '—')

const share = (progress: number) =>
  formatNumber(Math.min(100, Math.max(0, progress)) / 100, { style: 'percent' })

/** The marks of a row, 20 px high: a bar and how much of it is done, a diamond, or a beginning. */
function drawing(scale: GanttScale, row: GanttRow): Child {
  const { start, end } = row
  if (!start && !end) return ''
  const left = start ? scale.at(start) : null
  const right = end ? scale.after(end) : null
  if ((right ?? left ?? 0) <= 0) return html`<path class="out" d="M10 5l-6 5 6 5z" />`
  if ((left ?? right ?? 0) > 100) {
    return html`<svg x="100%" overflow="visible"><path class="out" d="M-10 5l6 5-6 5z" /></svg>`
  }
  if (left === null) return mark(right ?? 0, 'M0 3l7 7-7 7-7-7z')
  if (right === null) return mark(left, 'M0 3l10 7-10 7z')
  return bar(row, Math.min(left, right), Math.max(left, right))
}

function mark(at: number, path: string): Child {
  return html`<svg x="${per(at)}" overflow="visible"><path class="mark" d="${path}" /></svg>`
}

function bar({ inherited, progress }: GanttRow, left: number, right: number): Child {
  const [y, height, rx] = inherited ? [7, 6, 1] : [4, 12, 3]
  const from = Math.max(0, left)
  const to = Math.max(from + thinnest, Math.min(100, right))
  const reached = left + ((right - left) * Math.min(100, Math.max(0, progress ?? 0))) / 100
  const done =
    reached > from
      ? html`<rect
          class="done"
          x="${per(from)}"
          y="${y}"
          width="${per(Math.min(to, reached) - from)}"
          height="${height}"
          rx="${rx}"
        />`
      : ''
  const number = progress === null || inherited ? '' : figure(share(progress), from, to)
  return html`<rect
      class="bar"
      x="${per(from)}"
      y="${y}"
      width="${per(to - from)}"
      height="${height}"
      rx="${rx}"
    />${done}${number}`
}

/** Beside the bar, on the side where there is room; nowhere where there is none. */
function figure(text: string, from: number, to: number): Child {
  if (to < 88) return html`<text x="${per(to)}" y="14" dx="6">${text}</text>`
  return from > 12 ? html`<text class="before" x="${per(from)}" y="14" dx="-6">${text}</text>` : ''
}

/** A bar of a day is still seen, in per cent of the width. */
const thinnest = 0.4

const per = (value: number) => `${Math.round(100 * value) / 100}%`
