import { type RawBuilder, sql } from 'kysely'
import { timeZone } from '#kernel/i18n'

/** From when until when something holds, as the whole house keeps it. */
export interface Period {
  /** Its first day; null: it always did. */
  valid_from: Temporal.PlainDate | null
  /** The first day on which it no longer holds; null: it is open. */
  valid_to: Temporal.PlainDate | null
}

/** The day of the authority. */
export const todayHere = (): Temporal.PlainDate => Temporal.Now.plainDateISO(timeZone)

/** Of a row with a period: it holds on a day. */
export const holdsOn = (day: Temporal.PlainDate, row: string): RawBuilder<boolean> =>
  sql<boolean>`daterange(${sql.ref(`${row}.valid_from`)}, ${sql.ref(`${row}.valid_to`)}) @> ${day}::date`

/** Of a row of a person: they are gone on a day, because it has come or because they left at once. */
export const goneBy = (day: Temporal.PlainDate, row: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${row}.left_at`)} is not null or coalesce(${sql.ref(`${row}.leaves_on`)} <= ${day}::date, false))`
