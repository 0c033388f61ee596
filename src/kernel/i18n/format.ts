import { language, locale } from './language.ts'

/** Legal time of every Belgian authority. */
export const timeZone = 'Europe/Brussels'

const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language() + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), { timeZone, ...options })
    formats.set(key, format)
  }
  return format
}

const dateStyles: Record<'long' | 'short', Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
}

/** Dates that were written already; a page may hold the same few thousand times over. */
const written = new Map<string, string>()
const mostWritten = 10_000

/** « jeudi 25 juin 2026 », or « 25/06/2026 » when short; the first of the month is « 1er ». */
export function formatDate(date: Temporal.PlainDate, style: 'long' | 'short' = 'long'): string {
  const key = `${language()} ${style} ${date.year} ${date.month} ${date.day}`
  let text = written.get(key)
  if (text === undefined) {
    if (written.size >= mostWritten) written.clear()
    text = dateInWords(date, style)
    written.set(key, text)
  }
  return text
}

function dateInWords(date: Temporal.PlainDate, style: 'long' | 'short'): string {
  // `Date.UTC` would read the year 26 as 1926.
  const start = date.toZonedDateTime('UTC').epochMilliseconds
  const text = dateFormat({ ...dateStyles[style], timeZone: 'UTC' }).format(start)
  return language() === 'fr' && style === 'long' ? text.replace(/\b1 (?=\p{L})/u, '1er ') : text
}

/** How each language writes an hour and, where there are some, its minutes. */
const hours = {
  fr: (hour: string, minute: string) => `${hour}\u00A0h${minute && `\u00A0${minute}`}`,
  en: (hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute || '00'}`,
  de: (hour: string, minute: string) => `${hour}${minute && `:${minute}`}\u00A0Uhr`,
  nl: (hour: string, minute: string) => `${hour}${minute && `.${minute}`}\u00A0uur`,
}

/** « 20 h 04 » in French, « 20:04 » in English, « 20:04 Uhr », « 20.04 uur », in the time of the authority. */
export function formatTime(at: Temporal.Instant | Temporal.PlainTime): string {
  const { hour, minute } = at instanceof Temporal.Instant ? at.toZonedDateTimeISO(timeZone) : at
  return hours[language()](String(hour), minute === 0 ? '' : String(minute).padStart(2, '0'))
}

/** The day and the time of an instant, in the time of the authority. */
export function formatDateTime(
  instant: Temporal.Instant,
  style: 'long' | 'short' = 'long',
): string {
  const date = instant.toZonedDateTimeISO(timeZone).toPlainDate()
  return `${formatDate(date, style)}, ${formatTime(instant)}`
}

const plain: Intl.NumberFormatOptions = {}
const numberFormats = new Map<string, Intl.NumberFormat>()
const keys = new WeakMap<Intl.NumberFormatOptions, string>()

/** What options say, as text; written once for those that are given again. */
function keyOf(options: Intl.NumberFormatOptions): string {
  const known = keys.get(options)
  if (known !== undefined) return known
  const key = JSON.stringify(options)
  keys.set(options, key)
  return key
}

/** « 142 500 » or « 142,500 ». */
export function formatNumber(value: number, options: Intl.NumberFormatOptions = plain): string {
  const key = language() + keyOf(options)
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(locale(), options)
    numberFormats.set(key, format)
  }
  return format.format(value)
}

const inEuros = { style: 'currency', currency: 'EUR', maximumFractionDigits: 2 } as const
const rounded = { ...inEuros, minimumFractionDigits: 0 }
const exact = { ...inEuros, minimumFractionDigits: 2 }

/** An amount in cents: « 1 250 000 € », with cents only where there are some. */
export const euros = (cents: number): string =>
  formatNumber(cents / 100, cents % 100 === 0 ? rounded : exact)

/** « 65 % » */
export const percent = (value: number): string =>
  formatNumber(value / 100, { style: 'percent', maximumFractionDigits: 2 })

/** « 134 ko », « 1,2 Mo » */
export function formatFileSize(bytes: number): string {
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte']
  return formatNumber(value, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 })
}
