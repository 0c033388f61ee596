/** HTML in our subset, already cleaned; only `clean` and its kin make one. */
export type RichText = string & { readonly [richText]: true }
declare const richText: unique symbol

/** From the outermost tag to the innermost: the one order in which marks are listed and written. */
export const markOrder = ['masked', 'bold', 'italic', 'underline', 'strike', 'sub', 'sup'] as const
/** `masked` is the author's « à masquer à la publication »: the words stay readable in the house. */
export type Mark = (typeof markOrder)[number]

export type Align = 'center' | 'right' | 'justify'
export type HeadingLevel = 3 | 4 | 5

export type Text = { type: 'text'; text: string; marks: Mark[]; href?: string }
export type Inline = Text | { type: 'break' }

export type Paragraph = { type: 'paragraph'; align?: Align; children: Inline[] }
export type List = { type: 'list'; ordered: boolean; start?: number; items: Block[][] }
export type Cell = { header: boolean; colspan: number; rowspan: number; children: Block[] }
export type Row = { header: boolean; cells: Cell[] }
export type Table = { type: 'table'; rows: Row[] }
export type Block =
  | Paragraph
  | { type: 'heading'; level: HeadingLevel; children: Inline[] }
  | List
  | { type: 'quote'; children: Block[] }
  | Table
  | { type: 'rule' }

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
