import type { Block, Row, Table } from './tree.ts'
import { isBlank } from './tree.ts'
import { type Room, withLists } from './word-lists.ts'

/** Blocks without blank paragraphs at either end, and at most one between two others. */
export function tidy(blocks: Block[], room: Room): Block[] {
  const kept = blocks.filter(
    (block, index) => !isBlank(block) || (index > 0 && !isBlank(blocks[index - 1])),
  )
  if (isBlank(kept.at(-1))) kept.pop()
  return withLists(kept, room)
}

/**
 * A table of which the first rows only are header rows, no cell reaches beyond the header or the
 * body that it stands in, and no row is empty unless a cell from above runs through it.
 */
export function tidyTable(table: Table): Table {
  const firstBody = table.rows.findIndex((row) => !row.header)
  const headers = firstBody < 0 ? table.rows.length : firstBody
  return {
    type: 'table',
    rows: [
      ...tidyRows(table.rows.slice(0, headers), true),
      ...tidyRows(table.rows.slice(headers), false),
    ],
  }
}

function tidyRows(rows: Row[], header: boolean): Row[] {
  const kept: Row[] = []
  let reach = 0
  for (const [index, { cells }] of rows.entries()) {
    if (cells.length === 0 && reach <= index) continue
    const below = rows.length - index
    const bounded = cells.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, below) }))
    reach = Math.max(reach, index)
    for (const { rowspan } of bounded) reach = Math.max(reach, index + rowspan)
    kept.push({ header, cells: bounded })
  }
  return kept
}
