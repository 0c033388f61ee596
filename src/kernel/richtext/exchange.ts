import type { Block, Picture } from './tree.ts'

/** Blocks with something else in the place of each picture. */
export function exchanged(
  blocks: readonly Block[],
  change: (picture: Picture) => Block[],
): Block[] {
  const within = (inner: readonly Block[]) => exchanged(inner, change)
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'picture':
        return change(block)
      case 'list': {
        // An item that held a picture alone goes with it.
        const items = block.items.map(within)
        return items.some((item) => item.length > 0) ? [{ ...block, items }] : []
      }
      case 'quote': {
        const children = within(block.children)
        return children.length > 0 ? [{ ...block, children }] : []
      }
      case 'table': {
        const rows = block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: within(cell.children) })),
        }))
        return [{ ...block, rows }]
      }
      default:
        return [block]
    }
  })
}

/** Words in the place of a picture, to be hidden where it was; nothing where there are none. */
export function inWords({ masked }: Picture, text: string): Block[] {
  const marks = masked ? ['masked' as const] : []
  return text ? [{ type: 'paragraph', children: [{ type: 'text', text, marks }] }] : []
}
