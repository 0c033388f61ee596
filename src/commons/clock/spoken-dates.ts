import { language, t } from '#kernel/i18n'

type PlainDate = Temporal.PlainDate

const formats = new Map<string, Intl.DateTimeFormat>()

/** « mercredi 17 juin », « lundi 1er juin »: for a day near enough to need no year. */
export function spokenDay(date: PlainDate): string {
  return spoken(date, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** « 18 au 24 juin », « 28 mai au 3 juin »; the year is said only where it changes. */
export function spokenSpan(first: PlainDate, last: PlainDate): string {
  if (first.equals(last)) return spoken(last, { day: 'numeric', month: 'long' })
  const key = first.add({ days: 1 }).equals(last) ? 'clock.date.pair' : 'clock.date.span'
  const sameYear = first.year === last.year
  const year = sameYear ? {} : ({ year: 'numeric' } as const)
  const month = sameYear && first.month === last.month ? {} : ({ month: 'long' } as const)
  return t(key, {
    first: spoken(first, { day: 'numeric', ...month, ...year }),
    last: spoken(last, { day: 'numeric', month: 'long', ...year }),
  })
}

function spoken(date: PlainDate, options: Intl.DateTimeFormatOptions): string {
  const key = language() + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(`${language()}-BE`, { timeZone: 'UTC', ...options })
    formats.set(key, format)
  }
  const text = format.format(Date.UTC(date.year, date.month - 1, date.day, 12))
  return ordinal(text)
}

/** « 1er » in French; in German a day without its month bears the dot too: « 18. bis 24. Juni ». */
function ordinal(text: string): string {
  if (language() === 'fr') return text.replace(/\b1(?!\d)(?= |$)/u, '1er')
  return language() === 'de' ? text.replace(/^\d+$/, '$&.') : text
}
