import { marks, picture as declared } from '#kernel/textparts'
import type {
  Block,
  Cell,
  Inline,
  List,
  Mark,
  Paragraph,
  Picture,
  RichText,
  Row,
  Table,
} from './tree.ts'

/**
 * Blocks as canonical HTML, with `between` (empty, or a line break) between blocks, items and rows.
 * What leaves here is clean by construction: every tag is ours, every other character is escaped.
 */
export function write(blocks: Block[], between: '' | '\n' = ''): RichText {
  // The one place where the brand is given.
  return writeBlocks(blocks, between) as RichText
}

type Tag = { start: string; end: string }

const markTags = new Map<Mark, Tag>(
  marks.map((mark) => [
    mark.name,
    {
      start: 'class' in mark ? `<${mark.tag} class="${mark.class}">` : `<${mark.tag}>`,
      end: `</${mark.tag}>`,
    },
  ]),
)

function writeBlocks(blocks: Block[], between: string): string {
  return blocks.map((block) => writeBlock(block, between)).join(between)
}

function writeBlock(block: Block, between: string): string {
  switch (block.type) {
    case 'paragraph':
      return writeParagraph(block)
    case 'heading':
      return `<h${block.level}>${writeInlines(block.children)}</h${block.level}>`
    case 'list':
      return writeList(block, between)
    case 'quote':
      return wrap('blockquote', [writeBlocks(block.children, between)], between)
    case 'table':
      return writeTable(block, between)
    case 'rule':
      return '<hr>'
    case 'picture':
      return writePicture(block)
  }
}

function wrap(tag: string, lines: string[], between: string): string {
  return [`<${tag}>`, ...lines, `</${tag}>`].join(between)
}

function writeParagraph({ align, children }: Paragraph): string {
  const start = align ? `<p class="align-${align}">` : '<p>'
  return `${start}${writeInlines(children)}</p>`
}

function writeList({ ordered, start, numbering, values, items }: List, between: string): string {
  const tag = ordered ? 'ol' : 'ul'
  const from = start === undefined ? '' : ` start="${start}"`
  const counted = numbering ? ` type="${numbering}"` : ''
  const lines = items.map((item, index) => {
    const value = values?.[index]
    const given = value === undefined ? '' : ` value="${value}"`
    return `<li${given}>${writeFlow(item, between)}</li>`
  })
  return [`<${tag}${from}${counted}>`, ...lines, `</${tag}>`].join(between)
}

function writeTable({ rows }: Table, between: string): string {
  const section = (tag: string, part: Row[]): string[] =>
    part.length === 0
      ? []
      : [
          wrap(
            tag,
            part.map((row) => writeRow(row, between)),
            between,
          ),
        ]
  const head = rows.filter((row) => row.header)
  const body = rows.filter((row) => !row.header)
  return wrap('table', [...section('thead', head), ...section('tbody', body)], between)
}

function writeRow({ cells }: Row, between: string): string {
  return `<tr>${cells.map((cell) => writeCell(cell, between)).join('')}</tr>`
}

function writeCell({ header, colspan, rowspan, children }: Cell, between: string): string {
  const tag = header ? 'th' : 'td'
  const wide = colspan > 1 ? ` colspan="${colspan}"` : ''
  const high = rowspan > 1 ? ` rowspan="${rowspan}"` : ''
  return `<${tag}${wide}${high}>${writeFlow(children, between)}</${tag}>`
}

function writePicture({ hash, alt, align, masked }: Picture): string {
  const classes = [...(masked ? ['masked'] : []), ...(align ? [`align-${align}`] : [])].join(' ')
  const look = classes && ` class="${classes}"`
  const words = alt === null ? '' : ` alt="${quoted(alt)}"`
  return `<${declared.tag} src="${declared.folder}${hash}"${words}${look}>`
}

/** The content of an item or cell: its text stands bare when it is its only paragraph. */
function writeFlow(blocks: Block[], between: string): string {
  const [first, ...rest] = blocks
  const isBare =
    first?.type === 'paragraph' && !first.align && rest.every(({ type }) => type !== 'paragraph')
  if (!isBare) return writeBlocks(blocks, between)
  return [writeInlines(first.children), ...rest.map((block) => writeBlock(block, between))].join(
    between,
  )
}

/** Neighbours share the tags that they have in common, a line break those on both its sides. */
function writeInlines(children: Inline[]): string {
  let html = ''
  let breaks = ''
  let open: Tag[] = []
  let link: Link | undefined
  for (const child of children) {
    if (child.type === 'break') {
      breaks += '<br>'
      continue
    }
    if (link?.href !== child.href) link = child.href === undefined ? undefined : linkTo(child.href)
    const set = child.marks.flatMap((mark) => markTags.get(mark) ?? [])
    const tags = link ? [link, ...set] : set
    const parting = open.findIndex((tag, index) => tag.start !== tags[index]?.start)
    const kept = parting < 0 ? open.length : parting
    const ends = open.slice(kept).toReversed()
    const starts = tags.slice(kept)
    html += ends.map((tag) => tag.end).join('') + breaks
    html += starts.map((tag) => tag.start).join('') + escape(child.text)
    breaks = ''
    open = tags
  }
  return (
    html +
    open
      .toReversed()
      .map((tag) => tag.end)
      .join('')
  )
}

/** One for all pieces of a link: a long address is escaped and compared once. */
type Link = Tag & { href: string }

const linkTo = (href: string): Link => ({
  href,
  start: `<a href="${quoted(href)}">`,
  end: '</a>',
})

/** The value of an attribute. */
const quoted = (text: string) => escape(text).replaceAll('"', '&quot;')

/** Text between tags. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
