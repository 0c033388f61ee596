import { blankLines, isHtml, picture } from '#kernel/textparts'
import type { Broken } from './damage.ts'
import { laid, maskedBlocks, type Stretch } from './masking.ts'
import { plainInlines, plainText, type Told } from './plain.ts'
import { redactBlocks } from './redact.ts'
import { read } from './scan.ts'
import { exchanged, inWords } from './exchange.ts'
import type { Brought } from './picture.ts'
import type { Block, Picture, RichText } from './tree.ts'
import { isVisible } from './tree.ts'
import { canonicalWords } from './words.ts'
import { escape, write } from './write.ts'

export type { Broken } from './damage.ts'
export type { Stretch } from './masking.ts'
export { deepest } from './builder.ts'
export { laid } from './masking.ts'
export { lossesOf } from './losses.ts'
export { escape } from './write.ts'
export type { Brought } from './picture.ts'
export type { Block, Inline, Mark, Picture, RichText } from './tree.ts'

export interface Cleaning {
  html: RichText
  /**
   * What was dropped: a tag (`img`), an attribute (`@onclick`), a style (`style:color`; all of
   * Word's own are `style:mso`), what stands too deep in others (`table`). What merely changes its spelling is not
   * listed; `lossesOf` gives of all this what a reader would miss.
   */
  dropped: { what: string; count: number }[]
  /** Damage of the markup in the source, in its order; at most a hundred. */
  broken: Broken[]
  /**
   * Pictures whose bytes came in the text, where whoever asks takes them: the text has each under this hash until it
   * is told that of the kept file (`withKept`).
   */
  brought: Brought[]
}

export const emptyText: RichText = write([])

/**
 * Any HTML in our subset and in its one canonical form; never fails. The subset: `p` (class
 * `align-center`, `-right`, `-justify`), `br`, `strong em u s sub sup`, `mark.masked`, `a` to http,
 * https and mailto, `h3 h4 h5`, `ul ol li`, `blockquote`, tables, `hr`,
 * `img` at `/pictures/<hash>`.
 */
export function clean(html: string): Cleaning {
  const { blocks, ...rest } = read(html)
  return { html: write(blocks), ...rest }
}

/** The same with the pictures whose bytes it holds, which whoever asks keeps. */
export function cleanWithPictures(html: string): Cleaning {
  const { blocks, ...rest } = read(html, { withPictures: true })
  return { html: write(blocks), ...rest }
}

/**
 * What a form field sends: HTML when it holds a tag of the subset, else plain text, whose blank
 * lines part paragraphs and whose line breaks stay.
 */
export function fromField(value: string): Cleaning {
  return isHtml(value) ? clean(value) : fromPlain(value)
}

/** The same with the pictures whose bytes it holds, which whoever asks keeps. */
export function fromFieldWithPictures(value: string): Cleaning {
  return isHtml(value) ? cleanWithPictures(value) : fromPlain(value)
}

function fromPlain(value: string): Cleaning {
  const paragraphs = escape(value.replace(/\r\n?/g, '\n')).split(blankLines)
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
  return canonicalWords(html) ?? plainText(read(html).blocks)
}

/** The words of a text in which pictures can be told apart: `told` stands for each. */
export const toTextWithPictures = (html: RichText, told: Told): string =>
  plainText(read(html).blocks, told)

/** The text as it may leave the house: `word` stands for each run of words that was masked. */
export function redact(html: RichText, word: string): RichText {
  return write(redactBlocks(read(html).blocks, word))
}

/** The words of a text as `masked` counts them: a line a block or row, a tab between cells, nothing of pictures. */
export const wordsToMask = (html: RichText): string => laid(read(html).blocks).words

/** The text in which these stretches of `wordsToMask` are masked; what was masked before stays so. */
export const masked = (html: RichText, stretches: readonly Stretch[]): RichText =>
  // The marks of a piece stand in one order, whoever puts them.
  clean(write(maskedBlocks(read(html).blocks, stretches))).html

/** Which stretches of `wordsToMask` are masked. */
export function maskedStretches(html: RichText): Stretch[] {
  const { places } = laid(read(html).blocks)
  return [...places].flatMap(([{ marks, text }, from]) =>
    marks.includes('masked') ? [{ from, to: from + text.length }] : [],
  )
}

/** A picture as a text shows it. */
export const pictureTag = ({ hash, alt }: Pick<Picture, 'hash' | 'alt'>): RichText =>
  write([{ type: 'picture', hash, alt }])

/** The pictures of a text, in their order. */
export function picturesOf(html: RichText): Picture[] {
  if (!html.includes(`<${picture.tag} `)) return []
  const within = (blocks: Block[]): Picture[] =>
    blocks.flatMap((block) => {
      if (block.type === 'picture') return [block]
      if (block.type === 'list') return block.items.flatMap(within)
      if (block.type === 'quote') return within(block.children)
      if (block.type !== 'table') return []
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ children }) => within(children)))
    })
  return within(read(html).blocks)
}

/**
 * The text with other pictures in the place of its own: under the hash of the file that was kept of each, or of
 * those of which `kept` knows none, words in a paragraph, or nothing.
 */
export function withKept(
  html: RichText,
  kept: (hash: string) => string | undefined,
  words: (alt: string) => string = () => '',
): RichText {
  if (!html.includes(`<${picture.tag} `)) return html
  const change = (shown: Picture): Block[] => {
    const hash = kept(shown.hash)
    return hash === undefined ? inWords(shown, words(shown.alt ?? '')) : [{ ...shown, hash }]
  }
  return write(exchanged(read(html).blocks, change))
}

/** The text with these words for each picture of which words are owed. */
export function describedAs(html: RichText, words: string): RichText {
  if (!html.includes(`<${picture.tag} `)) return html
  const change = (shown: Picture): Block[] => [{ ...shown, alt: shown.alt ?? words }]
  return write(exchanged(read(html).blocks, change))
}

/** Whether there is nothing to read: no words, no table with words, no picture. */
export function isEmpty(html: RichText): boolean {
  return !isVisible(toPlainText(html)) && picturesOf(html).length === 0
}

/** The text as plain data, for the typesetter. */
export function toTree(html: RichText): Block[] {
  return read(html).blocks
}

function plainParagraph(block: Block): string {
  return block.type === 'paragraph' ? plainInlines(block.children) : ''
}

/** The text of plain data that `toTree` gave. */
export const toHtml = (blocks: Block[]): RichText => write(blocks)
