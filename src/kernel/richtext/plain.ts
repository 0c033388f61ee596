import type { Block, Inline, Picture } from './tree.ts'

/** What is said of a picture. */
export type Told = (picture: Picture) => string

const itsWords: Told = ({ alt }) => alt ?? ''

/** The words of a text: a line a block or row, a tab between the cells of a row. */
export function plainText(blocks: Block[], told: Told = itsWords): string {
  return blocks.map((block) => plainBlock(block, told)).join('\n')
}

/** The words of one paragraph or heading, its line breaks as they are. */
export function plainInlines(children: Inline[]): string {
  return children.map((child) => (child.type === 'break' ? '\n' : child.text)).join('')
}

function plainBlock(block: Block, told: Told): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return plainInlines(block.children)
    case 'list':
      return block.items.map((item) => plainText(item, told)).join('\n')
    case 'quote':
      return plainText(block.children, told)
    case 'table':
      return block.rows
        .map(({ cells }) => cells.map((cell) => plainCell(cell, told)).join('\t'))
        .join('\n')
    case 'rule':
      return ''
    case 'picture':
      return told(block)
  }
}

/** A cell stays on the line of its row, whatever it holds. */
function plainCell({ children }: { children: Block[] }, told: Told): string {
  return plainText(children, told).replace(/[\n\t]+/g, ' ')
}
