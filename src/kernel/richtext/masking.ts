import type { Block, Inline, Text } from './tree.ts'

/** A stretch of the words of a text: from one place to another, in UTF-16 units. */
export interface Stretch {
  from: number
  to: number
}

/** The words of a text, and where each of its pieces begins in them. */
export interface Laid {
  words: string
  places: ReadonlyMap<Text, number>
}

/**
 * The words of a text laid in one line of places, so that a stretch of them can be found again in its pieces: a line a block or
 * row, a tab between cells; what stands in a cell stays on its line. The words of pictures are not in it.
 */
export function laid(blocks: readonly Block[]): Laid {
  const places = new Map<Text, number>()
  const written: string[] = []
  let length = 0
  const write = (text: string) => {
    written.push(text)
    length += text.length
  }
  const inlines = (children: readonly Inline[], end: string) => {
    for (const child of children) {
      if (child.type === 'text') places.set(child, length)
      write(child.type === 'text' ? child.text : end)
    }
  }
  const parted = <T>(parts: readonly T[], sign: string, each: (part: T) => void) => {
    for (const [at, part] of parts.entries()) {
      if (at > 0) write(sign)
      each(part)
    }
  }
  const within = (inner: readonly Block[], end: string) =>
    parted(inner, end, (block) => one(block, end))
  const one = (block: Block, end: string): void => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return inlines(block.children, end)
      case 'list':
        return parted(block.items, end, (item) => within(item, end))
      case 'quote':
        return within(block.children, end)
      case 'table':
        return parted(block.rows, end, ({ cells }) =>
          parted(cells, end === '\n' ? '\t' : ' ', ({ children }) => within(children, ' ')),
        )
      case 'rule':
      case 'picture':
    }
  }
  within(blocks, '\n')
  return { words: written.join(''), places }
}

/** The same blocks in which these stretches of their laid words are masked. */
export function maskedBlocks(blocks: readonly Block[], stretches: readonly Stretch[]): Block[] {
  const { places } = laid(blocks)
  const sorted = stretches.toSorted((a, b) => a.from - b.from)
  const inlines = (children: readonly Inline[]) =>
    children.flatMap((child) => {
      const at = child.type === 'text' ? places.get(child) : undefined
      return child.type === 'text' && at !== undefined ? cut(child, at, sorted) : [child]
    })
  const within = (inner: readonly Block[]): Block[] =>
    inner.map((block): Block => {
      switch (block.type) {
        case 'paragraph':
        case 'heading':
          return { ...block, children: inlines(block.children) }
        case 'list':
          return { ...block, items: block.items.map(within) }
        case 'quote':
          return { ...block, children: within(block.children) }
        case 'table': {
          const rows = block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, children: within(cell.children) })),
          }))
          return { ...block, rows }
        }
        default:
          return block
      }
    })
  return within(blocks)
}

/** A piece in parts, of which those within a stretch are masked. */
function cut(piece: Text, at: number, stretches: readonly Stretch[]): Text[] {
  if (piece.marks.includes('masked')) return [piece]
  const parts: Text[] = []
  const end = at + piece.text.length
  let from = at
  const add = (to: number, masked: boolean) => {
    if (to <= from) return
    const marks = masked ? [...piece.marks, 'masked' as const] : piece.marks
    parts.push({ ...piece, text: piece.text.slice(from - at, to - at), marks })
    from = to
  }
  for (const stretch of stretches) {
    if (stretch.to <= from || stretch.from >= end) continue
    add(Math.max(from, stretch.from), false)
    add(Math.min(end, stretch.to), true)
  }
  add(end, false)
  return parts
}
