import type { Token } from 'parse5'
import { harmlessTags, headingLevels, marksByTag } from './names.ts'
import type { Align, HeadingLevel, Mark } from './tree.ts'

/** What a start tag says in our subset. */
export interface Meaning {
  marks: Mark[]
  href?: string
  /** `left` undoes the alignment of an outer element. */
  align?: Align | 'left'
  heading?: HeadingLevel
  colspan: number
  rowspan: number
  start?: number
}

/** Records one thing that the cleaning drops. */
export type Drop = (what: string) => void

/** A span wider than this is an error of typing, not a table. */
const widestSpan = 100
/** The longest list number that we print. */
const highestStart = 9999

const linkProtocols = new Set(['http:', 'https:', 'mailto:'])
const alignments = new Map<string, Align | 'left'>([
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['justify', 'justify'],
  ['left', 'left'],
  ['start', 'left'],
])

/** Reads a start tag; what of it our subset cannot say goes to `drop`. */
export function meaningOf(token: Token.TagToken, drop: Drop): Meaning {
  const name = token.tagName
  const meaning: Meaning = { marks: [], colspan: 1, rowspan: 1 }
  const mark = marksByTag.get(name)
  if (mark) meaning.marks.push(mark)
  const heading = headingLevels.get(name)
  if (heading) meaning.heading = heading
  if (name === 'center') meaning.align = 'center'
  for (const { name: attribute, value } of token.attrs) {
    if (!readAttribute(meaning, name, attribute, value, drop)) drop(`@${attribute.slice(0, 40)}`)
  }
  if (!harmlessTags.has(name) && meaning.marks.length === 0) drop(name.slice(0, 40))
  return meaning
}

function readAttribute(
  meaning: Meaning,
  tag: string,
  attribute: string,
  value: string,
  drop: Drop,
): boolean {
  switch (attribute) {
    case 'class':
      return readClass(meaning, value)
    case 'style':
      return readStyle(meaning, value, drop)
    case 'align':
      return tag !== 'table' && readAlign(meaning, value)
    case 'href':
      return tag === 'a' && readAddress(meaning, value)
    case 'start':
      return tag === 'ol' && readStart(meaning, value)
    case 'colspan':
    case 'rowspan':
      if (tag !== 'td' && tag !== 'th') return false
      meaning[attribute] = Math.min(Math.max(Number.parseInt(value, 10) || 1, 1), widestSpan)
      return true
    default:
      return false
  }
}

/** PloneMeeting masks any element of class `pm-anonymize`, whatever its tag: so do we. */
function readClass(meaning: Meaning, value: string): boolean {
  const classes = value.split(/\s+/)
  if (classes.includes('pm-anonymize') || classes.includes('masked')) meaning.marks.push('masked')
  const align = classes.find((name) => name.startsWith('align-'))
  const aligned = align !== undefined && readAlign(meaning, align.slice('align-'.length))
  return aligned || meaning.marks.includes('masked')
}

function readStyle(meaning: Meaning, value: string, drop: Drop): true {
  for (const declaration of value.split(';')) {
    const [property = '', setting = ''] = declaration.split(':', 2)
    const name = property.trim().toLowerCase()
    if (name === '') continue
    if (name === 'text-align' && readAlign(meaning, setting)) continue
    drop(`style:${name.startsWith('mso-') ? 'mso' : name.slice(0, 40)}`)
  }
  return true
}

function readAlign(meaning: Meaning, value: string): boolean {
  const [word = ''] = value.trim().toLowerCase().split(/[\s!]/, 1)
  const align = alignments.get(word)
  if (align) meaning.align = align
  return align !== undefined
}

function readAddress(meaning: Meaning, value: string): boolean {
  const url = URL.parse(value)
  if (!url || !linkProtocols.has(url.protocol)) return false
  meaning.href = url.href
  return true
}

function readStart(meaning: Meaning, value: string): boolean {
  const start = Number.parseInt(value, 10)
  if (!(start >= 0 && start <= highestStart)) return false
  if (start !== 1) meaning.start = start
  return true
}
