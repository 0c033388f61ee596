import type { Token } from 'parse5'
import { harmlessTags, headingLevels, marksByTag } from './names.ts'
import { type Drop, type Meaning, readAlign, readStyle } from './style.ts'
import { highestNumber, type Numbering } from './tree.ts'

/** A span wider than this is an error of typing, not a table. */
const widestSpan = 100
/** As in browsers; none reaches beyond its part of the table. */
const highestSpan = 65_534

/** In characters. A longer one is no address that a person was given. */
const longestAddress = 2000

const silent: ReadonlySet<string> = new Set(['marker', 'comments'])

const linkProtocols = new Set(['http:', 'https:', 'mailto:'])

/** Reads a start tag; what of it our subset cannot say goes to `drop`. */
export function meaningOf(token: Token.TagToken, drop: Drop, tracked: boolean): Meaning {
  const name = token.tagName
  const meaning: Meaning = { marks: [], unmarks: [], colspan: 1, rowspan: 1 }
  if (name === 'del' && (tracked || token.attrs.some((one) => one.name === 'datetime'))) {
    meaning.hides = 'deleted'
  }
  const mark = marksByTag.get(name)
  if (mark) meaning.marks.push(mark)
  const heading = headingLevels.get(name)
  if (heading) meaning.heading = heading
  if (name === 'center') meaning.align = 'center'
  for (const { name: attribute, value } of token.attrs) {
    if (!readAttribute(meaning, name, attribute, value, drop)) drop(`@${attribute.slice(0, 40)}`)
  }
  if (meaning.hides && !silent.has(meaning.hides)) drop(meaning.hides)
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
      return readStyle(meaning, tag, value, drop)
    case 'align':
      return tag !== 'table' && readAlign(meaning, value)
    case 'href':
      return tag === 'a' && readAddress(meaning, value)
    case 'start':
      return tag === 'ol' && readStart(meaning, value)
    case 'type':
      return tag === 'ol' && readNumbering(meaning, value)
    case 'value':
      if (tag === 'li' && !readValue(meaning, value)) drop('li@value')
      return tag === 'li'
    case 'colspan':
    case 'rowspan':
      if (tag !== 'td' && tag !== 'th') return false
      readSpan(meaning, attribute, value, drop)
      return true
    default:
      return false
  }
}

/** PloneMeeting masks any element of class `pm-anonymize`, whatever its tag: so do we. */
function readClass(meaning: Meaning, value: string): boolean {
  const classes = value.split(/\s+/)
  if (classes.some((name) => wordComments.has(name))) meaning.hides = 'comment'
  if (classes.includes('pm-anonymize') || classes.includes('masked')) meaning.marks.push('masked')
  const align = classes.find((name) => name.startsWith('align-'))
  const aligned = align !== undefined && readAlign(meaning, align.slice('align-'.length))
  return aligned || meaning.marks.includes('masked') || meaning.hides !== undefined
}

const wordComments = new Set(['MsoCommentReference', 'msocomanchor', 'msocomtxt', 'msocomoff'])

function readAddress(meaning: Meaning, value: string): boolean {
  // The references to comments in a text of Google Docs or Word.
  if (value.startsWith('#cmnt') || value.startsWith('#_msocom')) {
    meaning.hides = 'comment'
    return true
  }
  const url = value.length > longestAddress ? null : URL.parse(value)
  if (!url || !linkProtocols.has(url.protocol)) return false
  meaning.href = url.href
  return true
}

function readStart(meaning: Meaning, value: string): boolean {
  const start = Number.parseInt(value, 10)
  if (!(start >= 0 && start <= highestNumber)) return false
  if (start !== 1) meaning.start = start
  return true
}

function readNumbering(meaning: Meaning, value: string): boolean {
  const numbering = numberings.get(value)
  if (numbering) meaning.numbering = numbering
  return numbering !== undefined || value === '1'
}
const numberings = new Map<string, Numbering>([
  ['a', 'a'],
  ['A', 'A'],
  ['i', 'i'],
  ['I', 'I'],
])

function readSpan(
  meaning: Meaning,
  attribute: 'colspan' | 'rowspan',
  value: string,
  drop: Drop,
): void {
  const span = Number.parseInt(value, 10)
  if (attribute === 'rowspan') {
    // Of 0, the rest of its part of the table.
    meaning.rowspan = span === 0 ? highestSpan : Math.min(Math.max(span || 1, 1), highestSpan)
    return
  }
  if (span > widestSpan) drop('td@colspan')
  meaning.colspan = Math.min(Math.max(span || 1, 1), widestSpan)
}

function readValue(meaning: Meaning, value: string): boolean {
  const number = Number.parseInt(value, 10)
  if (!(number >= 0 && number <= highestNumber)) return false
  meaning.value = number
  return true
}
