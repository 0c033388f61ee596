import { z } from 'zod'

/** A line of text that must hold a word. */
export const line = (most = 200) => z.string().trim().min(1).max(most)
/** A line of text that may be empty. */
export const optionalLine = (most = 200) => z.string().trim().max(most).default('')
/** A long text, as a rich-text field sends it. */
export const longText = (most = 500_000) => z.string().max(most).default('')
export const id = () => z.uuid()
/** Whether a text is an id at all: one in a path may be anything. */
export const isId = (text: string) => id().safeParse(text).success
/** An id, or nothing chosen. */
export const optionalId = () =>
  z.union([z.uuid(), z.literal('').transform(() => null), z.null()]).default(null)
/** A ticked box of a form, or a boolean. */
export const flag = () =>
  z.union([z.boolean(), z.enum(['on', 'true', '1']).transform(() => true)]).default(false)
/** A whole number, typed or sent. */
export const integer = (least: number, most: number) =>
  z
    .union([z.number(), z.string()])
    .refine((given) => given !== '', 'http.field.required')
    .pipe(z.coerce.number<string | number>().int().min(least).max(most))

/** A day, `2026-06-25`; no calendar has a year 0. */
export const day = () =>
  z.iso
    .date()
    .refine((text) => text >= '0001')
    .transform((text) => Temporal.PlainDate.from(text))

/** A local date and time as a browser sends it, `2026-06-25T20:00`, in the authority's time. */
export const localDateTime = () =>
  z.iso
    .datetime({ local: true, offset: true })
    .transform((text) =>
      /(Z|[+-]\d\d:?\d\d)$/.test(text)
        ? Temporal.Instant.from(text)
        : Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Brussels').toInstant(),
    )

/** Files sent by a form: none, one or several. */
export const uploads = (most = 100) =>
  z.preprocess(
    (given) => (Array.isArray(given) ? given : given === undefined ? [] : [given]),
    z.array(z.instanceof(File)).max(most),
  )

/** The fields `seats.<id>` of a form, as one record: for `z.preprocess`. */
export const gathered = (prefix: string) => (given: unknown) => {
  if (typeof given !== 'object' || given === null) return given
  const own = Object.entries(given).filter(([name]) => name.startsWith(`${prefix}.`))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length + 1), value]))
}

/** A day, or nothing typed. */
export const optionalDay = () => z.union([day(), z.literal('').transform(() => null), z.null()])

/** Ticked boxes of one name. A hidden box without value says that none may be ticked, absence nothing. */
export const several = <S extends z.ZodType>(one: S) =>
  z.preprocess(
    (given) => (given === undefined ? given : [given].flat().filter((box) => box !== '')),
    z.array(one).optional(),
  )

/** A text that a form may leave out, which then stays as it is. */
export const keptText = (most: number) => z.string().trim().max(most).optional()

const spaces = /[\s\u00A0\u202F]/g

/** A number as people type it: comma or point, spaces between thousands. */
export const decimal = () =>
  z
    .union([z.number(), z.string()])
    .transform((given) =>
      typeof given === 'number'
        ? given
        : Number(given.replaceAll(spaces, '').replace(',', '.') || Number.NaN),
    )
    .refine(Number.isFinite, 'http.field.number')

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
