import type { MessageKey, MessageParams } from '#kernel/i18n'
import type { Rule, Series } from './series.ts'

/** What a pattern says of one number. */
export interface Said {
  /** A place may stand below another: « 2.1 ». */
  readonly number: number | string
  readonly day: Temporal.PlainDate
  /** Which of those of this day it is, where a trade tells them apart; the first unless told. */
  readonly ofDay?: number
  readonly words: Readonly<Record<string, string>>
}

/** How long a pattern may be. */
export const longestPattern = 60

/** How high a number may be that a series goes on with. */
export const highest = 999_999_999

/** What every pattern may say, each with its explanation. */
const ownTokens = {
  number: 'numbering.token.number',
  year: 'numbering.token.year',
  month: 'numbering.token.month',
  date: 'numbering.token.date',
} as const satisfies Record<string, MessageKey>

/** Why a pattern cannot be used, as its field says it. */
export interface Trouble {
  readonly key: MessageKey
  readonly params?: MessageParams
}

type Piece = string | { readonly token: string; readonly width: number | null }

/** The pieces of a pattern: words, and tokens with the figures that are asked for. */
const piecesOf = (pattern: string): Piece[] =>
  pattern.split(/(\{[^{}]*\})/).flatMap((text): Piece[] => {
    const [, token, width] = /^\{([^:{}]*)(?::([^{}]*))?\}$/.exec(text) ?? []
    if (token === undefined) return text ? [text] : []
    return [{ token, width: width === undefined ? null : Number(width || Number.NaN) }]
  })

const tokensIn = (pattern: string) =>
  piecesOf(pattern).flatMap((one) => (typeof one === 'string' ? [] : [one]))

/** All that the pattern of a series may say. */
export const tokensOf = ({ words = {} }: Series): readonly (readonly [string, MessageKey])[] =>
  Object.entries<MessageKey>({ ...ownTokens, ...words })

/** Everything for which the pattern would not do: two numbers written alike, or words that nobody can read. */
export function troubles(of: Series, { pattern, restarts }: Rule): Trouble[] {
  const found = tokensIn(pattern)
  const has = (token: string) => found.some((one) => one.token === token)
  const lacking = (token: string) => ({ token: `{${token}}` })
  const known = new Set(tokensOf(of).map(([name]) => name))
  const unknown = found.filter(({ token }) => !known.has(token))
  const wide = found.filter(({ token, width }) => known.has(token) && !isWidth(token, width))
  const braces = piecesOf(pattern).some((one) => typeof one === 'string' && /[{}]/.test(one))
  const said: (Trouble | false | undefined)[] = [
    braces && { key: 'numbering.wrong.braces' },
    ...unknown.map(({ token }) => ({
      key: 'numbering.wrong.unknown' as const,
      params: lacking(token),
    })),
    ...wide.map(({ token }) => ({ key: 'numbering.wrong.width' as const, params: lacking(token) })),
    !has('number') && { key: 'numbering.wrong.no_number' },
    of.per !== undefined &&
      !has(of.per) && { key: 'numbering.wrong.no_word', params: lacking(of.per) },
    !of.places &&
      restarts === 'year' &&
      !has('year') &&
      !has('date') && { key: 'numbering.wrong.no_year' },
    ...(of.places ?? []).map(
      (group) =>
        !group.some(has) && {
          key: 'numbering.wrong.no_place' as const,
          params: { tokens: group.map((one) => `{${one}}`).join(', ') },
        },
    ),
  ]
  return said.flatMap((one) => one || [])
}

/** `{number:4}` has up to nine figures, `{year:2}` two; other tokens are as long as they are. */
function isWidth(token: string, width: number | null): boolean {
  if (width === null) return true
  if (token === 'year') return width === 2 || width === 4
  return token === 'number' && Number.isInteger(width) && width >= 1 && width <= 9
}

/** Where the number stands in a pattern of which all else is written, with at least so many figures. */
export interface NumberPlace {
  readonly figures: number
}

/** The pattern but for its number. */
export const around = (pattern: string, said: Omit<Said, 'number'>): (string | NumberPlace)[] =>
  piecesOf(pattern).map((one) => {
    if (typeof one === 'string') return one
    return one.token === 'number' ? { figures: one.width ?? 1 } : wordOf(one, said)
  })

/** The number as the pattern writes it. */
export const written = (pattern: string, { number, ...said }: Said): string =>
  around(pattern, said)
    .map((one) => (typeof one === 'string' ? one : filled(number, one)))
    .join('')

function filled(number: number | string, { figures }: NumberPlace): string {
  const [whole = '', ...below] = String(number).split('.')
  return [whole.padStart(figures, '0'), ...below].join('.')
}

/** Behind the date of the second of a day stands « b »; nothing behind that of the first. */
function letterOf(ofDay: number): string {
  if (ofDay <= 1) return ''
  return ofDay <= 26 ? String.fromCodePoint(96 + ofDay) : `z${ofDay}`
}

function wordOf(
  { token, width }: { token: string; width: number | null },
  { day, ofDay = 1, words }: Omit<Said, 'number'>,
): string {
  switch (token) {
    case 'year':
      return String(day.year).slice(width === 2 ? -2 : -4)
    case 'month':
      return String(day.month).padStart(2, '0')
    case 'date':
      return day.toString().replaceAll('-', '') + letterOf(ofDay)
    default:
      return words[token] ?? ''
  }
}
