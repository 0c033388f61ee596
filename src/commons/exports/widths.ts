import type { SheetCell } from './sheet.ts'

const least = 8
const most = 60
/** So many rows say how wide their columns are. */
const looked = 200

/** How wide the columns of a sheet are, in characters, as their heads and first rows need. */
export function widthsOf(
  heads: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): number[] {
  return heads.map((head, column) => {
    const lengths = rows.slice(0, looked).map((row) => lengthOf(row[column]))
    return Math.min(most, Math.max(least, head.length + 3, ...lengths) + 1)
  })
}

function lengthOf(cell: SheetCell | undefined): number {
  if (!cell || cell.kind === 'empty') return 0
  // A text may have more lines than a call takes arguments.
  if (cell.kind === 'text')
    return cell.value.split('\n').reduce((longest, line) => Math.max(longest, line.length), 0)
  return cell.kind === 'time' ? 16 : cell.kind === 'money' ? 14 : 10
}
