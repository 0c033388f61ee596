import type { Block, Inline } from './tree.ts'

/** The words of a text: a line a block or row, a tab between the cells of a row. */
export function plainText(blocks: Block[]): string {
  return blocks.map(plainBlock).join('\n')
}

/** The words of one paragraph or heading, its line breaks as they are. */
export function plainInlines(children: Inline[]): string {
  return children.map((child) => (child.type === 'break' ? '\n' : child.text)).join('')
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainInlines(block.children)
    case 'list':
      return block.items.map(plainText).join('\n')
    case 'quote':
      return plainText(block.children)
    case 'table':
      return block.rows.map(({ cells }) => cells.map(plainCell).join('\t')).join('\n')
    case 'rule':
      return ''
    case 'picture':
      return block.alt ?? ''
  }
}

/** A cell stays on the line of its row, whatever it holds. */
function plainCell({ children }: { children: Block[] }): string {
  return plainText(children).replace(/[\n\t]+/g, ' ')
}
