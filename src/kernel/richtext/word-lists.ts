import {
  type Block,
  highestNumber,
  isVisible,
  type List,
  type Numbering,
  type Paragraph,
} from './tree.ts'

/** What Word says of a paragraph that it shows as an item of a list. */
export interface Listed {
  /** From 1. */
  level: number
  /** « · », « 1. », « b) », as it stands before the words. */
  marker: string
}

/** How many lists may stand in one another here, and who is told of one that may not. */
export interface Room {
  lists: number
  drop: (what: string) => void
}

interface Opened {
  level: number
  list: List
  /** The number of its next item, where its author gives none. */
  next: number
}

const listedParagraphs = new WeakMap<Block, Listed>()

/** Remembers of a paragraph that it is an item of a list of Word. */
export function remember(paragraph: Block, listed: Listed): Block {
  if (paragraph.type === 'paragraph') listedParagraphs.set(paragraph, listed)
  return paragraph
}

/** Blocks with real lists in the place of Word's paragraphs that look like one. */
export function withLists(blocks: Block[], room: Room): Block[] {
  if (!blocks.some((block) => listedParagraphs.has(block))) return blocks
  const out: Block[] = []
  let open: Opened[] = []
  for (const block of blocks) {
    const listed = listedParagraphs.get(block)
    if (!listed || block.type !== 'paragraph' || room.lists < 1) {
      if (listed) room.drop('ol')
      open = []
      out.push(listed && block.type === 'paragraph' ? withMarker(block, listed) : block)
      continue
    }
    open = open.filter(({ level }) => level <= listed.level)
    const last = open.at(-1)
    if (last?.level === listed.level && last.list.ordered === isOrdered(listed)) {
      addItem(last, listed, block)
      continue
    }
    if (last?.level === listed.level) open.pop()
    if (last && open.length >= room.lists) {
      room.drop('ol')
      last.list.items.push([withMarker(block, listed)])
      continue
    }
    const list = listOf(listed, block)
    const around = open.at(-1)?.list.items.at(-1)
    if (around) around.push(list)
    else out.push(list)
    open.push({ level: listed.level, list, next: (list.start ?? 1) + 1 })
  }
  return out
}

/** The last number of « 1.2. », what stands before the words of « b) ». */
const counted = /^\s*\(?(?:\d{1,4}\.)*(\d{1,4}|[a-z]|[ivxlcdm]+)[.)°-]/i
const isOrdered = ({ marker }: Listed) => counted.test(marker)

function listOf(listed: Listed, first: Paragraph): List {
  const [, number = ''] = counted.exec(listed.marker) ?? []
  const items = [[first]]
  if (number === '') return { type: 'list', ordered: false, items }
  const numbering = numberingOf(number)
  const start = valueOf(number, numbering)
  return {
    type: 'list',
    ordered: true,
    ...(start !== undefined && start !== 1 && { start }),
    ...(numbering && { numbering }),
    items,
  }
}

/** The number that its author gave an item, where the list would count otherwise. */
function addItem(opened: Opened, { marker }: Listed, item: Paragraph): void {
  const { list, next } = opened
  const at = list.items.push([item]) - 1
  if (!list.ordered) return
  const value = valueOf(counted.exec(marker)?.[1] ?? '', list.numbering) ?? next
  if (value !== next) (list.values ??= {})[at] = value
  opened.next = value + 1
}

function numberingOf(number: string): Numbering | undefined {
  if (/^\d/.test(number)) return undefined
  if (/^[ivxlcdm]{2,}$|^i$/.test(number)) return 'i'
  if (/^[IVXLCDM]{2,}$|^I$/.test(number)) return 'I'
  return number === number.toLowerCase() ? 'a' : 'A'
}

/** What a number counts in its list; undefined where it is none of it. */
function valueOf(number: string, numbering: Numbering | undefined): number | undefined {
  if (numbering === undefined) return /^\d+$/.test(number) ? Number(number) : undefined
  const lower = number.toLowerCase()
  if (numbering === 'a' || numbering === 'A')
    return /^[a-z]$/.test(lower) ? lower.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : undefined
  if (!/^[ivxlcdm]+$/.test(lower)) return undefined
  const figures = Array.from(lower, (letter) => romans.get(letter) ?? 0)
  const value = figures.reduce(
    (sum, figure, at) => sum + (figure < (figures[at + 1] ?? 0) ? -figure : figure),
    0,
  )
  return value <= highestNumber ? value : undefined
}
const romans = new Map(Object.entries({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }))

/** A paragraph that no list takes keeps the number that stood before its words, if one did. */
function withMarker(paragraph: Paragraph, { marker }: Listed): Paragraph {
  if (!isVisible(marker)) return paragraph
  const text = `${marker.normalize('NFC').replaceAll(/\s+/g, ' ').trim()} `
  return { ...paragraph, children: [{ type: 'text', text, marks: [] }, ...paragraph.children] }
}
