import type { Align, HeadingLevel, Mark, Numbering } from './tree.ts'
import type { Listed } from './word-lists.ts'

/** What a start tag says in our subset. */
export interface Meaning {
  marks: Mark[]
  /** Marks of outer elements that this one undoes: Google Docs wraps all in a `b` that is not bold. */
  unmarks: Mark[]
  href?: string
  /** `left` undoes the alignment of an outer element. */
  align?: Align | 'left'
  heading?: HeadingLevel
  colspan: number
  rowspan: number
  start?: number
  numbering?: Numbering
  /** The number of a list item. */
  value?: number
  /** Dropped with what it holds, since a reader of the source does not read it as text. */
  hides?: 'hidden' | 'comment' | 'deleted' | 'marker' | 'comments'
  /** A paragraph that Word shows as an item of a list. */
  listed?: Listed
}

/** Records one thing that the cleaning drops. */
export type Drop = (what: string) => void

/**
 * What the inline style of an element says in our subset: word processors and mail programs write marks so. What of
 * it our subset cannot say goes to `drop`; all of Word's own is `style:mso`.
 */
export function readStyle(meaning: Meaning, tag: string, value: string, drop: Drop): true {
  for (const declaration of value.split(';')) {
    const [property = '', setting = ''] = declaration.split(':', 2)
    const name = property.trim().toLowerCase()
    if (name === '') continue
    const said = setting.trim().toLowerCase()
    if (settings[name]?.(meaning, said, tag) || (name === 'text-align' && readAlign(meaning, said)))
      continue
    drop(`style:${name.startsWith('mso-') ? 'mso' : name.slice(0, 40)}`)
  }
  return true
}

type Setting = (meaning: Meaning, said: string, tag: string) => boolean

const settings: Partial<Record<string, Setting>> = {
  'font-weight': (meaning, said) =>
    /^(bold|bolder|[6-9]00)\b/.test(said)
      ? mark(meaning, 'bold')
      : /^(normal|lighter|[1-5]00)\b/.test(said) && unmark(meaning, 'bold'),
  'font-style': (meaning, said) =>
    /^(italic|oblique)\b/.test(said)
      ? mark(meaning, 'italic')
      : /^normal\b/.test(said) && unmark(meaning, 'italic'),
  'text-decoration': decorate,
  'text-decoration-line': decorate,
  'vertical-align': (meaning, said, tag) => {
    if (tag === 'td' || tag === 'th' || tag === 'tr') return false
    if (/^super\b/.test(said)) return mark(meaning, 'sup')
    return /^sub\b/.test(said) && mark(meaning, 'sub')
  },
  display: (meaning, said) => /^none\b/.test(said) && hide(meaning),
  visibility: (meaning, said) => /^hidden\b/.test(said) && hide(meaning),
  'mso-hide': (meaning, said) => said === 'all' && hide(meaning),
  'list-style-type': countBy,
  'list-style': countBy,
  'mso-element': (meaning, said) => {
    if (!said.startsWith('comment')) return false
    meaning.hides = 'comments' // Told where the text refers to them.
    return true
  },
  'mso-list': (meaning, said) => {
    const level = /\blevel([1-9])\b/.exec(said)?.[1]
    if (said === 'ignore') meaning.hides = 'marker'
    if (level) meaning.listed = { level: Number(level), marker: '' }
    return said === 'ignore' || level !== undefined
  },
}

function mark(meaning: Meaning, which: Mark): true {
  if (!meaning.marks.includes(which)) meaning.marks.push(which)
  return true
}

function unmark(meaning: Meaning, which: Mark): true {
  meaning.marks = meaning.marks.filter((one) => one !== which)
  meaning.unmarks.push(which)
  return true
}

function hide(meaning: Meaning): true {
  meaning.hides = 'hidden'
  return true
}

/** A link is underlined because it is one. */
function decorate(meaning: Meaning, said: string, tag: string): boolean {
  if (said.includes('underline') && tag !== 'a') mark(meaning, 'underline')
  if (said.includes('line-through')) mark(meaning, 'strike')
  if (/^none\b/.test(said)) {
    meaning.marks = meaning.marks.filter((one) => one !== 'underline' && one !== 'strike')
  }
  return /underline|line-through|^none\b/.test(said)
}

function countBy(meaning: Meaning, said: string, tag: string): boolean {
  const numbering = countings.get(/^[a-z-]+/.exec(said)?.[0] ?? '')
  if (tag !== 'ol' || !numbering) return false
  meaning.numbering = numbering
  return true
}
const countings = new Map<string, Numbering>([
  ['lower-alpha', 'a'],
  ['lower-latin', 'a'],
  ['upper-alpha', 'A'],
  ['upper-latin', 'A'],
  ['lower-roman', 'i'],
  ['upper-roman', 'I'],
])

const alignments = new Map<string, Align | 'left'>([
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
  ['justify', 'justify'],
  ['left', 'left'],
  ['start', 'left'],
])

export function readAlign(meaning: Meaning, value: string): boolean {
  const [word = ''] = value.trim().toLowerCase().split(/[\s!]/, 1)
  const align = alignments.get(word)
  if (align) meaning.align = align
  return align !== undefined
}
