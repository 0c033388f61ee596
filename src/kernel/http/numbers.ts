import { z } from 'zod'
import { formatNumber } from '#kernel/i18n'

/** A whole number, typed or sent. */
export const integer = (least: number, most: number) =>
  z
    .union([z.number(), z.string()])
    .refine((given) => given !== '', { message: 'http.field.required', abort: true })
    .refine((given) => typeof given === 'number' || wholeNumber.test(given), 'http.field.whole')
    .pipe(z.coerce.number<string | number>().int().min(least).max(most))

/** A year of what a field is about, which is told as one. */
export const year = (first = 1990, last = 2100) =>
  integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER).superRefine((given, issues) => {
    if (given < first) {
      const params = { bound: String(first) }
      issues.addIssue({ code: 'custom', message: 'http.field.year_least', params })
    }
    if (given > last) {
      const params = { bound: String(last) }
      issues.addIssue({ code: 'custom', message: 'http.field.year_most', params })
    }
  })

/** An amount in whole cents, whose bounds are told in euros. */
export const amountWithin = (least: number, most: number) =>
  z
    .int()
    .superRefine((given, issues) => ensureWithin(given, issues, least, most))
    .meta({ minimum: least, maximum: most })

function ensureWithin(given: number, issues: z.RefinementCtx, least: number, most: number): void {
  if (given < least) {
    const params = { bound: inEuros(least / 100) }
    issues.addIssue({ code: 'custom', message: 'http.field.amount_least', params })
  }
  if (given > most) {
    const params = { bound: inEuros(most / 100) }
    issues.addIssue({ code: 'custom', message: 'http.field.amount_most', params })
  }
}

/** In figures: neither `0x3` nor `1e3`. */
const wholeNumber = /^\s*[+-]?\d+\s*$/

/** A number as it can be read: its sign, and its figures before and after the mark of decimals. */
interface Reading {
  sign: string
  whole: string
  decimals: string
}

/** « 1 234,56 » and « 1.234,56 »; « 1234.56 », « 1,234.56 » and « 1'234.56 ». */
const ways = [
  /^([+-]?)(\d*|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d*))?$/,
  /^([+-]?)(\d*|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:[,'’]\d{3})+)(?:\.(\d*))?$/,
]

/** Everything that a number in figures may mean: « 12.345 » is twelve thousand or twelve. None where it is no number. */
function readingsOf(typed: string): Reading[] {
  const text = typed
    .replaceAll(/[\u00A0\u2009\u202F]/g, ' ')
    .replace('\u2212', '-')
    .trim()
  if (!/\d/.test(text)) return []
  const found = ways.flatMap((way): Reading[] => {
    const [match, sign = '', whole = '', decimals = ''] = way.exec(text) ?? []
    return match === undefined ? [] : [{ sign, whole: whole.replaceAll(/\D/g, ''), decimals }]
  })
  const [first, second] = found
  return first && second && numberOf(first) === numberOf(second) ? [first] : found
}

const numberOf = ({ sign, whole, decimals }: Reading) =>
  Number(`${sign === '-' ? '-' : ''}${whole || '0'}.${decimals || '0'}`)

/** The only reading; where there are two, both are shown and one is asked for. */
function onlyReading(
  typed: string,
  issues: z.RefinementCtx,
  { shown, written }: Record<'shown' | 'written', (value: number) => string>,
): Reading | undefined {
  const [one, other] = readingsOf(typed).toSorted((a, b) => a.decimals.length - b.decimals.length)
  if (one && !other) return one
  if (!one || !other) {
    issues.addIssue({ code: 'custom', message: 'http.field.number' })
    return undefined
  }
  const [many, few] = [numberOf(one), numberOf(other)]
  const params = {
    ...{ typed: typed.trim(), many: shown(many), few: shown(few) },
    ...{ write_many: written(many), write_few: written(few) },
  }
  issues.addIssue({ code: 'custom', message: 'http.field.twofold', params })
  return undefined
}

/** A number as people type it: comma or point, spaces between thousands. What could be read in two ways is asked. */
export const decimal = () =>
  z
    .union([z.number(), z.string()])
    .transform((given, issues) => {
      if (typeof given === 'number') return given
      const shown = (value: number) => formatNumber(value, { maximumFractionDigits: 10 })
      const reading = onlyReading(given, issues, { shown, written: (value) => typedNumber(value) })
      return reading ? numberOf(reading) : z.NEVER
    })
    .refine(Number.isFinite, 'http.field.number')

export const optionalDecimal = () =>
  z.union([z.literal('').transform(() => null), z.null(), decimal()]).default(null)

/** A number in a field, so that it can be read in one way only: « 142 500 », « 1,2500 »; with so many decimals at least. */
export function typedNumber(value: number, least = 0): string {
  const [, sign = '', whole = '', mark = '', decimals = ''] =
    /^(-?)(\d+)(?:([.,])(\d+))?$/.exec(
      formatNumber(value, {
        ...{ useGrouping: false, maximumFractionDigits: 10 },
        minimumFractionDigits: least,
      }),
    ) ?? []
  const apart = whole.replaceAll(/\B(?=(\d{3})+$)/g, '\u00A0')
  return sign + apart + mark + (decimals.length === 3 ? `${decimals}0` : decimals)
}

/** The furthest from 0 that is added up exactly, in cents. */
const mostCents = 1e14

/** Euros as people type them, in cents between two. What could be read in two ways is asked. */
export const cents = (least = -mostCents, most = mostCents) =>
  z
    .string()
    .transform((given, issues) => {
      const bare = given
        .replace(/^\s*(?:€|EUR)|(?:€|EUR|euros?)\s*$/i, '')
        .replace(/,[-–—]\s*$/, '')
      const reading = onlyReading(bare, issues, { shown: inEuros, written: typedEuros })
      return reading ? centsOf(reading) : z.NEVER
    })
    .refine((amount) => !Number.isNaN(amount), { message: 'http.field.number', abort: true })
    .superRefine((amount, issues) => ensureWithin(amount, issues, least, most))

/** « 1 250,50 € » */
const inEuros = (value: number) =>
  formatNumber(value, {
    ...{ style: 'currency', currency: 'EUR', maximumFractionDigits: 3 },
    minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
  })

const typedEuros = (value: number) =>
  typedNumber(Math.round(value * 100) / 100, Number.isInteger(value) ? 0 : 2)

/** NaN where it is finer than a cent. */
function centsOf({ sign, whole, decimals }: Reading): number {
  if (decimals.length > 2) return Number.NaN
  const amount = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  return sign === '-' ? -amount : amount
}
