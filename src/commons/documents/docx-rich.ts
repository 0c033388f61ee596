// Rich text (kernel/richtext) as the paragraphs of a word processor.
import {
  AlignmentType,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type INumberingOptions,
  type IParagraphOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block, Inline, Picture } from '#kernel/richtext'
import { hairline, mm } from './docx-style.ts'
import type { Pictures } from './printed.ts'

type ListBlock = Extract<Block, { type: 'list' }>
type TableBlock = Extract<Block, { type: 'table' }>
type Words = Extract<Inline, { type: 'text' }>

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
]

/** The style of a heading; the sixth is the last one. */
export const headingStyle = (level: number) => headings[level - 1] ?? HeadingLevel.HEADING_6

const clickable = /^(https?:\/\/|mailto:|tel:)\S+$/
const deepestList = 8
const widestSpan = 24
/** In pixels of 96 to an inch: the width of the text, and most of a page. */
const widestPicture = 600
const highestPicture = 800

const sides = {
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const

/** What stands around a block. */
interface Place {
  style?: string
  /** How many lists it is in. */
  lists: number
  /** In a cell or a quote, where headings are bold words. */
  nested: boolean
}

/** Makes the paragraphs of rich texts, and keeps the lists that the document has to declare. */
export class RichText {
  readonly #lists: INumberingOptions['config'][number][] = []
  readonly #pictures: Pictures

  constructor(pictures: Pictures) {
    this.#pictures = pictures
  }

  get numbering(): INumberingOptions {
    return { config: this.#lists }
  }

  /** `under` is the level of the heading before them. */
  blocks(blocks: readonly Block[], under: number): (Paragraph | Table)[] {
    let level = under
    return blocks.flatMap((block) => {
      if (block.type !== 'heading') return this.#block(block, { lists: 0, nested: false })
      level = Math.min(block.level - 2 + under, level + 1, 6)
      return [new Paragraph({ heading: headingStyle(level), children: line(block.children) })]
    })
  }

  #block(block: Block, place: Place): (Paragraph | Table)[] {
    const look: IParagraphOptions = {
      ...(place.style && { style: place.style }),
      ...(place.lists > 0 && { indent: { left: mm(7 * place.lists) } }),
    }
    switch (block.type) {
      case 'paragraph': {
        const alignment = block.align && sides[block.align]
        const children = line(block.children)
        return [new Paragraph({ ...look, ...(alignment && { alignment }), children })]
      }
      case 'heading':
        return [new Paragraph({ ...look, children: line(block.children, true) })]
      case 'list':
        return this.#list(block, place)
      case 'quote':
        return block.children.flatMap((child) =>
          this.#block(child, { ...place, style: 'Quote', nested: true }),
        )
      case 'table':
        return this.#table(block)
      case 'rule':
        return [new Paragraph({ ...look, border: { bottom: hairline } })]
      case 'picture': {
        const alignment = block.align && sides[block.align]
        const children = [this.#picture(block)]
        return [new Paragraph({ ...look, ...(alignment && { alignment }), children })]
      }
    }
  }

  /** No wider than the text; one whose file is lost is told by its words. */
  #picture({ hash, alt }: Picture): ParagraphChild {
    const found = this.#pictures.get(hash)
    if (!found) return new TextRun({ text: `[${alt ?? ''}]`, italics: true })
    const { bytes, width, height, isPhoto } = found
    const share = Math.min(1, widestPicture / width, highestPicture / height)
    return new ImageRun({
      type: isPhoto ? 'jpg' : 'png',
      data: bytes,
      transformation: { width: Math.round(width * share), height: Math.round(height * share) },
      altText: { name: hash.slice(0, 8), description: alt ?? '', title: '' },
    })
  }

  #list(list: ListBlock, place: Place): (Paragraph | Table)[] {
    const depth = Math.min(place.lists, deepestList)
    let reference = this.#declare(list, depth)
    return list.items.flatMap(([first, ...others], index) => {
      const value = list.values?.[index]
      // A number that its author gave goes on counting from there: a list of its own to a word processor.
      if (value !== undefined) reference = this.#declare({ ...list, start: value }, depth)
      const marked = first?.type === 'paragraph'
      const opening = new Paragraph({
        ...(place.style && { style: place.style }),
        numbering: { reference, level: depth },
        children: marked ? line(first.children) : [],
      })
      const rest = marked || !first ? others : [first, ...others]
      const inside = { ...place, lists: place.lists + 1, nested: true }
      return [opening, ...rest.flatMap((block) => this.#block(block, inside))]
    })
  }

  #declare(list: ListBlock, depth: number): string {
    const reference = `list-${this.#lists.length + 1}`
    this.#lists.push({ reference, levels: [levelOf(list, depth)] })
    return reference
  }

  #table({ rows }: TableBlock): Table[] {
    if (rows.every(({ cells }) => cells.length === 0)) return []
    const inside: Place = { style: 'Cell', lists: 0, nested: true }
    const made = rows.map(
      ({ header, cells }, index) =>
        new TableRow({
          tableHeader: header && rows.slice(0, index).every((row) => row.header),
          cantSplit: true,
          children: cells.map(
            ({ children, colspan, rowspan, header: bold }) =>
              new TableCell({
                columnSpan: Math.min(widestSpan, Math.max(1, colspan)),
                rowSpan: Math.min(rows.length - index, Math.max(1, rowspan)),
                children: children.flatMap((child) =>
                  child.type === 'paragraph' && bold
                    ? [new Paragraph({ style: 'Cell', children: line(child.children, true) })]
                    : this.#block(child, inside),
                ),
              }),
          ),
        }),
    )
    const borders = { left: hairline, right: hairline, insideVertical: hairline }
    const across = { top: hairline, bottom: hairline, insideHorizontal: hairline }
    const width = { size: 100, type: WidthType.PERCENTAGE }
    return [new Table({ width, rows: made, borders: { ...borders, ...across } })]
  }
}

const countings = {
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
}

function levelOf({ ordered, start, numbering }: ListBlock, depth: number) {
  const counted = numbering ? countings[numbering] : LevelFormat.DECIMAL
  return {
    level: depth,
    format: ordered ? counted : LevelFormat.BULLET,
    text: ordered ? `%${depth + 1}.` : '•',
    start: Math.max(0, start ?? 1),
    style: { paragraph: { indent: { left: mm(7 * (depth + 1)), hanging: mm(6) } } },
  }
}

function line(inlines: readonly Inline[], bold = false): ParagraphChild[] {
  return inlines.map((inline) => {
    if (inline.type === 'break') return new TextRun({ break: 1 })
    const { href } = inline
    if (!href || !clickable.test(href)) return run(inline, bold)
    return new ExternalHyperlink({ link: href, children: [run(inline, bold, 'Hyperlink')] })
  })
}

/** « à masquer » is printed: these are the internal documents. */
function run({ text, marks }: Words, bold: boolean, style?: string): TextRun {
  const has = new Set(marks)
  return new TextRun({
    text,
    ...(style && { style }),
    bold: bold || has.has('bold'),
    italics: has.has('italic'),
    ...(has.has('underline') && { underline: {} }),
    strike: has.has('strike'),
    subScript: has.has('sub'),
    superScript: has.has('sup'),
  })
}
