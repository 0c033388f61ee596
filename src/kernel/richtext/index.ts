import type { Broken } from './damage.ts'
import { anyTagOfOurs } from './names.ts'
import { plainInlines, plainText } from './plain.ts'
import { redactBlocks } from './redact.ts'
import { read } from './scan.ts'
import type { Block, RichText } from './tree.ts'
import { isVisible } from './tree.ts'
import { escape, write } from './write.ts'

export type { Broken } from './damage.ts'
export type { Block, Inline, Mark, RichText } from './tree.ts'

export interface Cleaning {
  html: RichText
  /**
   * What was dropped: a tag (`img`), an attribute (`@onclick`), a style (`style:color`; all of
   * Word's own are `style:mso`). What merely changes its spelling is not listed.
   */
  dropped: { what: string; count: number }[]
  /** Damage of the markup in the source, in its order; at most a hundred. */
  broken: Broken[]
}

export const emptyText: RichText = write([])

/**
 * Any HTML in our subset and in its one canonical form; never fails. The subset: `p` (class
 * `align-center`, `-right`, `-justify`), `br`, `strong em u s sub sup`, `mark.masked`, `a` to http,
 * https and mailto, `h3 h4 h5`, `ul ol li`, `blockquote`, tables, `hr`.
 */
export function clean(html: string): Cleaning {
  const { blocks, dropped, broken } = read(html)
  return { html: write(blocks), dropped, broken }
}

/**
 * What a form field sends: HTML when it holds a tag of the subset, else plain text, whose blank
 * lines part paragraphs and whose line breaks stay.
 */
export function fromField(value: string): Cleaning {
  if (anyTagOfOurs.test(value)) return clean(value)
  const paragraphs = escape(value.replace(/\r\n?/g, '\n')).split(/\n(?:[ \t\f]*\n)+/)
  const html = paragraphs.map((lines) => `<p>${lines.replaceAll('\n', '<br>')}</p>`).join('')
  // Plain text has no markup that could be damaged.
  return { ...clean(html), broken: [] }
}

/**
 * What a plain textarea shows: plain text when that says the same, else the HTML, a block a line.
 * `fromField` reads it back to the same text.
 */
export function toField(html: RichText): string {
  const { blocks } = read(html)
  const plain = blocks.map(plainParagraph).join('\n\n')
  return fromField(plain).html === html ? plain : write(blocks, '\n')
}

/** The words alone, for search and e-mail: a line a block or table row, tabs between cells. */
export function toPlainText(html: RichText): string {
  return plainText(read(html).blocks)
}

/** The text as it may leave the house: `word` stands for each run of words that was masked. */
export function redact(html: RichText, word: string): RichText {
  return write(redactBlocks(read(html).blocks, word))
}

/** Whether there is nothing to read: no words, and no table with words. */
export function isEmpty(html: RichText): boolean {
  return !isVisible(toPlainText(html))
}

/** The text as plain data, for the typesetter. */
export function toTree(html: RichText): Block[] {
  return read(html).blocks
}

function plainParagraph(block: Block): string {
  return block.type === 'paragraph' ? plainInlines(block.children) : ''
}
