import { timeZone } from '#kernel/i18n'
import { Usage } from './words.ts'

const units = { m: 'minutes', h: 'hours', d: 'days' } as const

/** An instant as an operator writes one: `2026-12-01T18:00` (of here), `2h`, `30m`, `5d` from now; null where none is. */
export function timeOf(given: string | undefined): string | null {
  if (given === undefined) return null
  const [, count = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(given) ?? []
  const now = Temporal.Now.zonedDateTimeISO(timeZone)
  const at = count
    ? now.add({ [units[unit as keyof typeof units]]: Number(count) })
    : written(given) // One of the three, by the pattern.
  if (!at || Temporal.ZonedDateTime.compare(at, now) <= 0)
    throw new Usage(`« ${given} » is no time to come: 2026-12-01T18:00, or 2h, 30m, 5d from now.`)
  return at.toInstant().toString({ fractionalSecondDigits: 3 })
}

function written(given: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.PlainDateTime.from(given).toZonedDateTime(timeZone)
  } catch {
    return null
  }
}
