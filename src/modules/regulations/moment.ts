import { timeZone } from '#kernel/i18n'
import type { Posting } from './fields.ts'

type Planned = Pick<Posting, 'publish_on' | 'publish_at'>

/** When it is to be published; a day without an hour begins at midnight. Null: nobody said. */
export function momentOf({ publish_on, publish_at }: Planned): Temporal.Instant | null {
  if (!publish_on) return null
  const plainTime = publish_at ?? new Temporal.PlainTime()
  return publish_on.toZonedDateTime({ timeZone, plainTime }).toInstant()
}

export const isToCome = (moment: Temporal.Instant): boolean =>
  Temporal.Instant.compare(moment, Temporal.Now.instant()) > 0

/** The day and the minute that it is. */
export function now(): { publish_on: Temporal.PlainDate; publish_at: Temporal.PlainTime } {
  const at = Temporal.Now.zonedDateTimeISO(timeZone)
  return {
    publish_on: at.toPlainDate(),
    publish_at: at.toPlainTime().round({ smallestUnit: 'minute', roundingMode: 'floor' }),
  }
}
