import type { Block, Inline } from './tree.ts'

/**
 * The same text with `word` in the place of each run that its author masked: neither the words nor
 * their length, marks or links stay.
 */
export function redactBlocks(blocks: Block[], word: string): Block[] {
  const within = (inner: Block[]) => redactBlocks(inner, word)
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, children: redactInlines(block.children, word) }
      case 'list':
        return { ...block, items: block.items.map(within) }
      case 'quote':
        return { ...block, children: within(block.children) }
      case 'table':
        return {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, children: within(cell.children) })),
          })),
        }
      case 'rule':
        return block
    }
  })
}

function redactInlines(children: Inline[], word: string): Inline[] {
  const left: Inline[] = []
  for (const child of children) {
    const last = left.findLastIndex(({ type }) => type !== 'break')
    if (!isMasked(child)) left.push(child)
    // A run of masked pieces is one secret: its marks and lines are nobody's concern.
    else if (isMasked(left[last])) left.length = last + 1
    else left.push({ type: 'text', text: word, marks: ['masked'] })
  }
  return left
}

const isMasked = (child: Inline | undefined) =>
  child?.type === 'text' && child.marks.includes('masked')
