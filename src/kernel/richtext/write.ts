import type { Block, Cell, Inline, List, Mark, Paragraph, RichText, Row, Table } from './tree.ts'

/**
 * Blocks as canonical HTML, with `between` (empty, or a line break) between blocks, items and rows.
 * What leaves here is clean by construction: every tag is ours, every other character is escaped.
 */
export function write(blocks: Block[], between: '' | '\n' = ''): RichText {
  // The one place where the brand is given.
  return writeBlocks(blocks, between) as RichText
}

type Tag = { start: string; end: string }

const markTags: Record<Mark, Tag> = {
  masked: { start: '<mark class="masked">', end: '</mark>' },
  bold: { start: '<strong>', end: '</strong>' },
  italic: { start: '<em>', end: '</em>' },
  underline: { start: '<u>', end: '</u>' },
  strike: { start: '<s>', end: '</s>' },
  sub: { start: '<sub>', end: '</sub>' },
  sup: { start: '<sup>', end: '</sup>' },
}

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
  }
}

function wrap(tag: string, lines: string[], between: string): string {
  return [`<${tag}>`, ...lines, `</${tag}>`].join(between)
}

function writeParagraph({ align, children }: Paragraph): string {
  const start = align ? `<p class="align-${align}">` : '<p>'
  return `${start}${writeInlines(children)}</p>`
}

function writeList({ ordered, start, items }: List, between: string): string {
  const tag = ordered ? 'ol' : 'ul'
  const head = start === undefined ? `<${tag}>` : `<${tag} start="${start}">`
  const lines = items.map((item) => `<li>${writeFlow(item, between)}</li>`)
  return [head, ...lines, `</${tag}>`].join(between)
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
  for (const child of children) {
    if (child.type === 'break') {
      breaks += '<br>'
      continue
    }
    const tags = tagsOf(child.marks, child.href)
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

function tagsOf(marks: Mark[], href: string | undefined): Tag[] {
  const tags = marks.map((mark) => markTags[mark])
  if (href === undefined) return tags
  return [{ start: `<a href="${escape(href).replaceAll('"', '&quot;')}">`, end: '</a>' }, ...tags]
}

/** Text between tags. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
