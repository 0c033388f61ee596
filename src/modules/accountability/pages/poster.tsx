import { formatNumber } from '#kernel/i18n'
import { Meter, StateMark, type Tone } from '#kernel/ui'

/** A piece of a poster: its words, and how far it is. */
export interface PosterPart {
  /** « OO.12 » */
  reference?: string | undefined
  text: string
  href: string
  /** Per cent. */
  value: number | null
}

export interface PosterLine extends PosterPart {
  tone: Tone
  /** The word of its state, which the mark alone shows. */
  state: string
  /** Why it presses: « en retard ». */
  warning?: string | undefined
}

export interface PosterGroup extends PosterPart {
  lines: readonly PosterLine[]
}

export interface PosterColumn extends PosterPart {
  groups: readonly PosterGroup[]
}

export interface PosterBand extends PosterPart {
  columns: readonly PosterColumn[]
}

export interface PosterProps {
  bands: readonly PosterBand[]
  /** What the marks of its lines mean. */
  legend: readonly { tone: Tone; label: string }[]
}

/**
 * A whole in bands, columns and groups of short lines. On paper, A4 or A3 on its side, it fills one
 * page in the largest letters for which there is room; on a phone it is a list.
 */
export function Poster({ bands, legend }: PosterProps) {
  return (
    <div class={`poster letters-${lettersFor(bands)}`}>
      {bands.map((band) => (
        <section class="poster-band">
          <h2>
            <Words part={band} />
            <Meter value={band.value} label={band.text} />
          </h2>
          <div class={`poster-columns across-${across(band)}`}>
            {band.columns.map((column) => (
              <ColumnView column={column} />
            ))}
          </div>
        </section>
      ))}
      <ul class="poster-legend">
        {legend.map(({ tone, label }) => (
          <li>
            <StateMark tone={tone} label="" /> {label}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ColumnView({ column }: { column: PosterColumn }) {
  return (
    <section class="poster-column">
      <svg width="100%" height="6" aria-hidden="true" focusable="false">
        <rect class="track" width="100%" height="6" />
        <rect class="value" width={`${column.value ?? 0}%`} height="6" />
      </svg>
      <h3>
        <Words part={column} />
        <Share value={column.value} />
      </h3>
      {column.groups.map((group) => (
        <section>
          <h4>
            <Words part={group} />
            <Share value={group.value} />
          </h4>
          <ul>
            {group.lines.map((line) => (
              <li>
                <StateMark tone={line.tone} label={line.state} />
                <span>
                  <Words part={line} />
                  {line.warning && <strong class="poster-warning">{line.warning}</strong>}
                </span>
                <Share value={line.value} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Words({ part: { reference, text, href } }: { part: PosterPart }) {
  return (
    <a href={href}>
      {reference && <span class="poster-reference">{reference} </span>}
      {text}
    </a>
  )
}

const Share = ({ value }: { value: number | null }) =>
  value !== null && (
    <span class="poster-share">{formatNumber(value / 100, { style: 'percent' })}</span>
  )

/** Letters on paper, in hundredths of the width of the page; the style sheet has the same. */
const letters = [150, 135, 122, 110, 100, 90, 80, 72, 64, 57, 50, 44, 39, 34] as const

/** What a page on its side has for the bands, in hundredths of its width. */
const height = 6100

/** How many columns stand beside one another on paper: at most eight, in rows of equal length. */
function across({ columns }: PosterBand): number {
  const rows = Math.max(1, Math.ceil(columns.length / 8))
  return Math.max(1, Math.ceil(columns.length / rows))
}

/** The largest letters in which all bands fit on a page; the smallest where none do. */
function lettersFor(bands: readonly PosterBand[]): number {
  const fits = (size: number) =>
    size * bands.reduce((sum, band) => sum + bandLines(band, size), 0) <= height
  return letters.find(fits) ?? letters.at(-1) ?? 0
}

/** How high a band is, in letters: its title, and the highest column of each row. */
function bandLines(band: PosterBand, size: number): number {
  const columns = across(band)
  const width = 10_000 / size / columns - 2
  const heights = band.columns.map((column) => columnLines(column, width))
  const rows = Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) =>
    Math.max(0, ...heights.slice(row * columns, (row + 1) * columns)),
  )
  return 3.5 + rows.reduce((sum, row) => sum + row + 1.5, 0)
}

/** A letter is half as wide as it is high; a line stands 1.25 letters above the next. */
function columnLines({ text, groups }: PosterColumn, width: number): number {
  const lines = (words: string, room: number) =>
    1.25 * Math.ceil((words.length + 7) / Math.max(8, 1.9 * room))
  const groupLines = groups.map(
    (group) =>
      1 +
      lines(group.text, width - 3) +
      group.lines.reduce(
        (sum, line) =>
          sum + 0.15 + lines([line.text, line.warning].filter(Boolean).join(' '), width - 4.5),
        0,
      ),
  )
  return 3 + 1.1 * lines(text, width) + groupLines.reduce((sum, one) => sum + one, 0)
}
