import { z } from 'zod'
import { timeZone } from '#kernel/i18n'

/** A line of text that must hold a word. */
export const line = (most = 200) => plainText(most).min(1)
/** A line of text that may be empty. */
export const optionalLine = (most = 200) => plainText(most).default('')
/** A long text, as a rich-text field sends it. */
export const longText = (most = 500_000) => z.string().max(most).default('')
/** In lower case, as PostgreSQL writes it: the same id twice is one. */
export const id = () => z.uuid().toLowerCase()
/** Whether a text is an id at all: one in a path may be anything. */
export const isId = (text: string) => id().safeParse(text).success
/** An id, or nothing chosen. */
export const optionalId = () =>
  z.union([id(), z.literal('').transform(() => null), z.null()]).default(null)
/** A ticked box of a form, or a boolean. */
export const flag = () =>
  z.union([z.boolean(), z.enum(['on', 'true', '1']).transform(() => true)]).default(false)
/** A whole number, typed or sent. */
export const integer = (least: number, most: number) =>
  z
    .union([z.number(), z.string()])
    .refine((given) => given !== '', { message: 'http.field.required', abort: true })
    .refine((given) => typeof given === 'number' || wholeNumber.test(given), 'http.field.whole')
    .pipe(z.coerce.number<string | number>().int().min(least).max(most))

/** In figures: neither `0x3` nor `1e3`. */
const wholeNumber = /^\s*[+-]?\d+\s*$/

/** A day, `2026-06-25`; no calendar has a year 0. */
export const day = () =>
  z.iso
    .date()
    .refine((text) => text >= '0001')
    .transform((text) => Temporal.PlainDate.from(text))

/** A local date and time as a browser sends it, `2026-06-25T20:00`, in the authority's time. */
export const localDateTime = () =>
  z.iso
    .datetime({ local: true, offset: true, abort: true })
    .refine((text) => text >= '0001', { message: 'http.field.date', abort: true })
    .transform((text, issues) => {
      const at = instantOf(text)
      if (!at) issues.addIssue({ code: 'custom', message: 'http.field.no_such_hour' })
      return at ?? z.NEVER
    })
    .refine(isInCalendar, 'http.field.date')

/** Nothing where the clocks of the authority skip this hour. */
function instantOf(text: string): Temporal.Instant | null {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(text)) return Temporal.Instant.from(text)
  const typed = Temporal.PlainDateTime.from(text)
  const zoned = typed.toZonedDateTime(timeZone)
  return zoned.toPlainDateTime().equals(typed) ? zoned.toInstant() : null
}

/** Within the years 1 to 9999, in universal time and in that of the authority. */
const isInCalendar = (at: Temporal.Instant) =>
  ['UTC', timeZone]
    .map((zone) => at.toZonedDateTimeISO(zone).year)
    .every((year) => year >= 1 && year <= 9999)

/**
 * Files sent by a form: none, one or several; a browser sends one without name or bytes where none is chosen.
 * None is empty, unless whoever reads them says so of each.
 */
export const uploads = (most = 100, { empty = false } = {}) =>
  z.preprocess(
    (given) =>
      [given ?? []]
        .flat()
        .filter((one) => !(one instanceof File && one.name === '' && one.size === 0)),
    z
      .array(z.instanceof(File).refine(({ size }) => empty || size > 0, 'http.field.empty_file'))
      .max(most),
  )

/** The fields `seats.<id>` of a form, as one record: for `z.preprocess`. */
export const gathered = (prefix: string) => (given: unknown) => {
  if (typeof given !== 'object' || given === null) return given
  const own = Object.entries(given).filter(([name]) => name.startsWith(`${prefix}.`))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length + 1), value]))
}

/** A day, or nothing typed. */
export const optionalDay = () => z.union([day(), z.literal('').transform(() => null), z.null()])

/**
 * Ticked boxes of one name, each once, `most` of them. A hidden box without value says that none may be ticked,
 * absence nothing.
 */
export const several = <S extends z.ZodType>(one: S, most = 1000) =>
  z.preprocess(
    (given) =>
      given === undefined ? given : [...new Set([given].flat().filter((box) => box !== ''))],
    z
      .array(one)
      .max(most)
      .transform((boxes) => [...new Set(boxes)])
      .optional(),
  )

/** A text that a form may leave out, which then stays as it is. */
export const keptText = (most: number) => plainText(most).optional()

/** Words that a person typed, which whoever reads them later can show, search and print; none where none is seen. */
export const plainText = (most: number) =>
  z
    .string()
    .overwrite((text) => (unseen.test(text) ? '' : text))
    .trim()
    .max(most)
    .refine((text) => !uncarried.test(text), 'http.field.character')

/** Nothing but blanks and characters without a shape of their own. */
const unseen = /^[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** What no XML can hold, what no font can show: control characters but line ends and tabs, non-characters. */
const uncarried = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u

const spaces = /[\s\u00A0\u202F]/g

/** A number as people type it: comma or point, spaces between thousands. */
export const decimal = () =>
  z
    .union([z.number(), z.string()])
    .transform((given) =>
      typeof given === 'number' ? given : numberOf(given.replaceAll(spaces, '').replace(',', '.')),
    )
    .refine(Number.isFinite, 'http.field.number')

const numberOf = (typed: string) =>
  /^[+-]?(\d+\.?\d*|\.\d+)$/.test(typed) ? Number(typed) : Number.NaN

export const optionalDecimal = () =>
  z.union([z.literal('').transform(() => null), z.null(), decimal()]).default(null)

const thousands = /[ \u00A0\u202F]/g
/** « 1 234,56 » and « 1.234,56 », and so that nobody must think, « 1234.56 » and « 1,234.56 ». */
const amounts = [
  /^(-?)(\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
  /^(-?)(\d+|\d{1,3}(?: \d{3})+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
]
/** « 12.345 », « 12,345 »: twelve thousand or twelve? */
const twofold = /^-?\d{1,3}[.,]\d{3}$/

/** Euros as people type them, in cents. What could be read in two ways is refused. */
export const cents = () =>
  z
    .string()
    .transform((given) => given.replace(/€|EUR/, '').replaceAll(thousands, ' ').trim())
    .refine((typed) => !twofold.test(typed), { message: 'http.field.twofold', abort: true })
    .transform(centsOf)
    .refine((amount) => Math.abs(amount) <= 1e14, 'http.field.number')

function centsOf(typed: string): number {
  const [, sign, euros = '', rest = ''] = amounts.map((one) => one.exec(typed)).find(Boolean) ?? []
  if (sign === undefined) return Number.NaN
  const whole = Number(euros.replaceAll(/\D/g, '')) * 100 + Number(rest.padEnd(2, '0'))
  return sign === '-' ? -whole : whole
}
