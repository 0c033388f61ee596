import { language, locale, t } from '#kernel/i18n'
import { today } from './due.tsx'

type PlainDate = Temporal.PlainDate

const formats = new Map<string, Intl.DateTimeFormat>()

/** « mercredi 17 juin », « lundi 1er juin »; of another year than this one: « mardi 24 décembre 2019 ». */
export function spokenDay(date: PlainDate): string {
  return spoken(date, { weekday: 'long', day: 'numeric', month: 'long', ...yearOf(date) })
}

/** « 18 au 24 juin », « 28 mai au 3 juin »; the year is said where it changes, or is not this one. */
export function spokenSpan(first: PlainDate, last: PlainDate): string {
  if (first.equals(last)) return spoken(last, { day: 'numeric', month: 'long', ...yearOf(last) })
  const key = first.add({ days: 1 }).equals(last) ? 'clock.date.pair' : 'clock.date.span'
  const sameYear = first.year === last.year
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  const month = sameYear && first.month === last.month ? {} : ({ month: 'long' } as const)
  return t(key, {
    first: spoken(first, { day: 'numeric', ...month, ...year }),
    last: spoken(last, { day: 'numeric', month: 'long', ...(sameYear ? yearOf(last) : year) }),
  })
}

/** The year, of a day of another one than this. */
const yearOf = ({ year }: PlainDate): Intl.DateTimeFormatOptions =>
  year === today().year ? {} : { year: 'numeric' }

function spoken(date: PlainDate, options: Intl.DateTimeFormatOptions): string {
  const key = language() + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), { timeZone: 'UTC', ...options })
    formats.set(key, format)
  }
  const text = format.format(date.toZonedDateTime('UTC').epochMilliseconds)
  return ordinal(text)
}

/** « 1er » in French; in German a day without its month bears the dot too: « 18. bis 24. Juni ». */
function ordinal(text: string): string {
  if (language() === 'fr') return text.replace(/\b1(?!\d)(?= |$)/u, '1er')
  return language() === 'de' ? text.replace(/^\d+$/, '$&.') : text
}
