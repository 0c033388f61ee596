// A report as DOCX. Runs on the press, and is loaded there with its library when one is asked for.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { headingStyle, RichText } from './docx-rich.ts'
import { displayFace, fontTable, hairline, mm, noRule, rule, soft, styles } from './docx-style.ts'
import {
  isFigure,
  type OfficeInput,
  type Pictures,
  type PrintedBlock,
  type PrintedCell,
  type PrintedTable,
} from './printed.ts'
import type { ReportFact } from './report.ts'

const paper = { short: 210, long: 297, side: 24 } // millimetres
const factColumn = mm(48)
const barLength = 40 // hard spaces

/** The bytes of the report for a word processor. */
export async function makeDocx(input: OfficeInput, pictures: Pictures): Promise<Uint8Array> {
  const width = mm((input.landscape ? paper.long : paper.short) - 2 * paper.side)
  const rich = new RichText(pictures)
  const children = [...head(input), ...body(input.blocks, width, input.accent, rich)]
  const document = new Document({
    title: input.title,
    subject: input.subtitle,
    creator: input.authority,
    lastModifiedBy: input.authority,
    styles: styles(`${input.language}-BE`),
    numbering: rich.numbering,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              width: mm(paper.short),
              height: mm(paper.long),
              orientation: input.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { left: mm(paper.side), right: mm(paper.side), top: mm(26), bottom: mm(26) },
          },
        },
        headers: { first: letterhead(input, width), default: runningHead(input) },
        footers: { first: foot(input, width), default: foot(input, width) },
        children,
      },
    ],
  })
  return Packer.toBuffer(document, false, [{ path: 'word/fontTable.xml', data: fontTable }])
}

function letterhead({ authority, address, accent }: OfficeInput, width: number): Header {
  const name = new TextRun({ text: authority, font: displayFace, bold: true, size: 30 })
  const place = new TextRun({ text: address.join(' · '), font: displayFace, size: 16, color: soft })
  const colour = accent.slice(1)
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { bottom: { ...rule, size: 12, color: colour, space: 6 } },
        children: [name, new TextRun({ children: [new Tab()] }), place],
      }),
    ],
  })
}

function runningHead({ head: text }: OfficeInput): Header {
  return new Header({ children: [new Paragraph({ style: 'Small', text })] })
}

function foot({ authority, labels, foot: words }: OfficeInput, width: number): Footer {
  const numbers = labels.page.split(/(\{pages?\})/).map((piece) => {
    if (piece === '{page}') return PageNumber.CURRENT
    return piece === '{pages}' ? PageNumber.TOTAL_PAGES : piece
  })
  const made = `${authority}  ·  ${labels.made}`
  const border = { top: { ...hairline, space: 6 } }
  return new Footer({
    children: [
      ...(words ? [new Paragraph({ style: 'Small', border, text: words })] : []),
      new Paragraph({
        style: 'Small',
        ...(!words && { border }),
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [new TextRun({ children: [made, new Tab(), ...numbers] })],
      }),
    ],
  })
}

function head({ title, subtitle, facts }: OfficeInput): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...(subtitle ? [new Paragraph({ style: 'Subtitle', text: subtitle })] : []),
    ...factLines(facts),
  ]
}

function body(blocks: PrintedBlock[], width: number, accent: string, rich: RichText) {
  let depth = 0
  return blocks.flatMap((block): (Paragraph | Table)[] => {
    switch (block.kind) {
      case 'heading': {
        depth = block.level
        const text = block.number ? `${block.number}\u2002${block.text}` : block.text
        return [new Paragraph({ heading: headingStyle(block.level), text })]
      }
      case 'paragraph': {
        const run = new TextRun({ text: block.text, ...(block.soft && { color: soft }) })
        return [new Paragraph({ children: [run] })]
      }
      case 'rich':
        return rich.blocks(block.blocks, depth)
      case 'facts':
        return factLines(block.facts)
      case 'table':
        return tableOf(block, width)
      case 'progress':
        return [progress(block.label, block.share, block.text, width, accent)]
    }
  })
}

function factLines(facts: readonly ReportFact[]): Paragraph[] {
  return facts.map(
    ({ label, value }) =>
      new Paragraph({
        tabStops: [{ type: TabStopType.LEFT, position: factColumn }],
        indent: { left: factColumn, hanging: factColumn },
        children: [
          new TextRun({ text: label, font: displayFace, size: 18, color: soft }),
          new TextRun({ children: [new Tab(), value] }),
        ],
      }),
  )
}

/** A bar of shaded spaces: seen, and not said by a screen reader, which has the figure. */
function progress(label: string, share: number, text: string, width: number, accent: string) {
  const done = Math.round(share * barLength)
  const bar = (length: number, fill: string) =>
    new TextRun({
      text: '\u00A0'.repeat(length),
      size: 12,
      shading: { type: ShadingType.CLEAR, color: 'auto', fill },
    })
  const words = { font: displayFace, size: 19 }
  return new Paragraph({
    spacing: { before: 60, after: 60 },
    tabStops: [
      { type: TabStopType.RIGHT, position: width - mm(16) },
      { type: TabStopType.RIGHT, position: width },
    ],
    children: [
      new TextRun({ ...words, children: [label, new Tab()] }),
      bar(done, accent.slice(1)),
      bar(barLength - done, 'E3E5EA'),
      new TextRun({ ...words, children: [new Tab(), text] }),
    ],
  })
}

function tableOf(table: PrintedTable, width: number): (Paragraph | Table)[] {
  if (table.columns.length === 0) return []
  const widths = table.columns.map(({ share }) => Math.round(share * width))
  const sides = table.columns.map(({ kind }) =>
    isFigure(kind) ? AlignmentType.RIGHT : AlignmentType.LEFT,
  )
  const row = (texts: string[], role: 'head' | 'body' | 'total') =>
    new TableRow({
      tableHeader: role === 'head',
      cantSplit: true,
      children: texts.map(
        (text, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            verticalAlign: role === 'head' ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
            ...(role === 'head' && { borders: { bottom: rule } }),
            ...(role === 'total' && { borders: { top: rule } }),
            children: [
              new Paragraph({
                style: 'Cell',
                alignment: sides[index] ?? AlignmentType.LEFT,
                children: [
                  new TextRun({
                    text,
                    bold: role !== 'body',
                    ...(role === 'head' && { color: soft }),
                  }),
                ],
              }),
            ],
          }),
      ),
    })
  const texts = (cells: readonly PrintedCell[]) => cells.map(({ text }) => text)
  const heads = table.columns.map(({ header }) => header)
  return [
    new Paragraph({ style: 'Caption', text: table.caption }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: mm(1.4), right: mm(1.4) },
      borders: {
        top: noRule,
        bottom: rule,
        left: noRule,
        right: noRule,
        insideHorizontal: hairline,
        insideVertical: noRule,
      },
      rows: [
        row(heads, 'head'),
        ...table.rows.map((cells) => row(texts(cells), 'body')),
        ...(table.total ? [row(texts(table.total), 'total')] : []),
      ],
    }),
    new Paragraph({ style: 'Small', text: '' }),
  ]
}
