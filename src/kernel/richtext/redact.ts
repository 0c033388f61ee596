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
      case 'picture':
        return block.masked ? { type: 'paragraph', children: [standIn(word)] } : block
    }
  })
}

function redactInlines(children: Inline[], word: string): Inline[] {
  const left: Inline[] = []
  let last = -1 // of what is left, the last text
  for (const child of children) {
    // A run of masked pieces is one secret: its marks and lines are nobody's concern.
    if (isMasked(child) && isMasked(left[last])) left.length = last + 1
    else if (isMasked(child)) left.push(standIn(word))
    else left.push(child)
    if (left.at(-1)?.type === 'text') last = left.length - 1
  }
  return left
}

const standIn = (word: string): Inline => ({ type: 'text', text: word, marks: ['masked'] })

const isMasked = (child: Inline | undefined) =>
  child?.type === 'text' && child.marks.includes('masked')
