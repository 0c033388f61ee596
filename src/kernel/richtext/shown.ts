// What a reader of HTML sees though no text of it says so: the bar of a fraction, what a field holds.
import type { Token } from 'parse5'
import { apartTags } from './names.ts'
import type { Opened } from './opened.ts'
import type { Mark } from './tree.ts'

/** What stands around the words of an element, and the mark that its place gives them. */
interface Signs {
  before: string
  after: string
  mark?: Mark
}

const none: Signs = { before: '', after: '' }

/** Groups of a formula, written in a line, are told apart by brackets. */
const groups: ReadonlySet<string> = new Set([
  'mrow',
  'mfrac',
  'msqrt',
  'mroot',
  'mstyle',
  'mpadded',
])
const bracketed: ReadonlySet<string> = new Set(['mfrac', 'msup', 'msub', 'msubsup'])

/** In a formula of MathML, what its parts are to each other by their order. */
const inOrder: Partial<Record<string, readonly Partial<Signs>[]>> = {
  mfrac: [{}, { before: '/' }],
  msup: [{}, { mark: 'sup' }],
  msub: [{}, { mark: 'sub' }],
  msubsup: [{}, { mark: 'sub' }, { mark: 'sup' }],
  munder: [{}, { mark: 'sub' }],
  mover: [{}, { mark: 'sup' }],
  munderover: [{}, { mark: 'sub' }, { mark: 'sup' }],
  mroot: [{}, { before: ' ; ' }],
}

/** The signs of an element of this name, the next one in that which is open around it. */
export function signsAround(name: string, around: Opened | undefined): Signs {
  const at = around?.within ?? 0
  if (around) around.within += 1
  if (name === 'q') return { before: '«\u00A0', after: '\u00A0»' }
  if (apartTags.has(name)) return { before: ' ', after: ' ' }
  if (name === 'mtr' || name === 'mtd')
    return { before: at === 0 ? '' : name === 'mtr' ? ' ; ' : ' ', after: '' }
  const own: Signs = name === 'msqrt' || name === 'mroot' ? { before: '√(', after: ')' } : none
  const order = inOrder[around?.name ?? '']?.[at]
  if (!order) return own
  const isGroup = groups.has(name) && own === none && bracketed.has(around?.name ?? '')
  const [start, end] = isGroup && !order.mark ? ['(', ')'] : ['', '']
  return {
    before: `${order.before ?? ''}${start}${own.before}`,
    after: `${own.after}${end}`,
    ...(order.mark && { mark: order.mark }),
  }
}

const typedTypes = /^(?:|text|search|tel|url|email|number|date|datetime-local|month|week|time)$/i

/** What a field of a form shows that was typed in it. */
export function typedIn(token: Token.TagToken | undefined): string {
  const attributes = new Map(token?.attrs.map(({ name, value }) => [name, value]))
  if (!typedTypes.test(attributes.get('type')?.trim() ?? 'text')) return ''
  const value = attributes.get('value')?.trim() ?? ''
  return value && ` ${value} `
}
