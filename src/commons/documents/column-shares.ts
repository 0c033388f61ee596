import type { PrintedCell } from './printed.ts'
import { isFigure } from './printed.ts'
import type { ReportColumn } from './report.ts'

/** Characters that a full line of a table holds, upright and landscape. */
const room = { portrait: 88, landscape: 128 }

/** The space between two columns, in characters. */
const gap = 2

/** From here on words of a text are broken rather than given the width. */
const longestWord = 14

/**
 * The share of the width that each column gets, of all together 1: what its `width` asks for, but
 * figures and words are not cut for the others' sake.
 */
export function columnShares(
  columns: readonly ReportColumn[],
  rows: readonly PrintedCell[][],
  landscape: boolean,
): number[] {
  const line = landscape ? room.landscape : room.portrait
  const floors = columns.map((column, index) => {
    const cells = rows.map((row) => row[index]?.text ?? '')
    return (gap + widest(column, cells)) / line
  })
  const needed = sum(floors)
  if (needed >= 1) return floors.map((floor) => floor / needed)
  return spread(
    columns.map(({ width = 1 }) => width),
    floors,
  )
}

/** The characters that may not be parted: a whole figure, else the longest word. */
function widest({ header, kind = 'text' }: ReportColumn, cells: readonly string[]): number {
  const whole = (text: string) => (isFigure(kind) ? text.length : longestOf(text))
  return cells.reduce((most, text) => Math.max(most, whole(text)), longestOf(header))
}

// A text may have more words than a call takes arguments.
const longestOf = (text: string) =>
  text.split(/\s+/).reduce((most, word) => Math.min(longestWord, Math.max(most, word.length)), 0)

/** Each gets its part by weight; who would get less than the floor gets the floor, the others share. */
function spread(weights: readonly number[], floors: readonly number[]): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const free = 1 - sum(floors.filter((_, index) => fixed.has(index)))
    const weight = sum(weights.filter((_, index) => !fixed.has(index)))
    const shares = weights.map((own, index) =>
      fixed.has(index) ? (floors[index] ?? 0) : (own * free) / weight,
    )
    const short = shares.findIndex(
      (share, index) => !fixed.has(index) && share < (floors[index] ?? 0),
    )
    if (short === -1) return shares
    fixed.add(short)
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
