import type { alignments, headingLevels, marks, numberings, picture } from '#kernel/textparts'

/** HTML in our subset, already cleaned; only `clean` and its kin make one. */
export type RichText = string & { readonly [richText]: true }
declare const richText: unique symbol

export type Mark = (typeof marks)[number]['name']
export type Align = (typeof alignments)[number]
export type HeadingLevel = (typeof headingLevels)[number]

export type Text = { type: 'text'; text: string; marks: Mark[]; href?: string }
export type Inline = Text | { type: 'break' }

export type Paragraph = { type: 'paragraph'; align?: Align; children: Inline[] }
export type Numbering = (typeof numberings)[number]
/** The longest number of a list that we print. */
export const highestNumber = 9999
export type List = {
  type: 'list'
  ordered: boolean
  start?: number
  numbering?: Numbering
  /** The numbers that items were given by their author, by their place from 0. */
  values?: Record<number, number>
  items: Block[][]
}
export type Cell = { header: boolean; colspan: number; rowspan: number; children: Block[] }
export type Row = { header: boolean; cells: Cell[] }
export type Table = { type: 'table'; rows: Row[] }
/** A picture, kept as a file under its hash. `alt` is null where its words are still owed, empty where it says nothing. */
export type Picture = {
  type: 'picture'
  hash: string
  alt: string | null
  align?: PictureSide
  /** To be hidden when it is published. */
  masked?: true
}
export type PictureSide = (typeof picture.sides)[number]
export type Block =
  | Paragraph
  | { type: 'heading'; level: HeadingLevel; children: Inline[] }
  | List
  | { type: 'quote'; children: Block[] }
  | Table
  | { type: 'rule' }
  | Picture

const nonBreakingSpace = '\u00a0'

/** The one form of a paragraph without words: a blank line that the author left between two blocks. */
export function blankParagraph(): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', text: nonBreakingSpace, marks: [] }] }
}

/** Whether this is the paragraph that `blankParagraph` makes. */
export function isBlank(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph' || block.children.length !== 1) return false
  const [only] = block.children
  return only?.type === 'text' && only.text === nonBreakingSpace
}

/** Whether the text holds anything a reader sees: not only spaces and invisible characters. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(text)
}
