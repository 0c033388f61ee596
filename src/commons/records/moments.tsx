import { z } from 'zod'
import { day, type Years, yearsOf } from '#kernel/http'
import { formatDate, formatTime, timeZone } from '#kernel/i18n'
import { DateField, TextField } from '#kernel/ui'
import { type Field, labels, optional, type Said, simply } from './field.ts'

/** A day, in a year that is plausible for this field. */
export const date = (said: Said, years?: Years): Field<Temporal.PlainDate> => ({
  ...said,
  schema: day(years),
  typed: (cell) =>
    cell.replace(
      /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
      (_, one: string, month: string, year: string) =>
        `${year}-${month.padStart(2, '0')}-${one.padStart(2, '0')}`,
    ),
  answer: z.preprocess(String, z.iso.date()),
  input: (name, value, { required = true }) => (
    <DateField
      {...labels(name, said)}
      value={value}
      min={new Temporal.PlainDate(yearsOf(years).first, 1, 1)}
      max={new Temporal.PlainDate(yearsOf(years).last, 12, 31)}
      required={required}
    />
  ),
  shown: simply((value) => formatDate(value, 'short')),
  plain: simply((value) => value),
  narrow: 'dates',
})

/** An hour of the day, in the time of the authority: a column of the type `time`. */
export const time = (said: Said): Field<Temporal.PlainTime> => ({
  ...said,
  schema: z.iso.time().transform((text) => Temporal.PlainTime.from(text)),
  typed: (cell) =>
    cell.replace(
      /^(\d{1,2})\s*[:hH]\s*(\d{2})?$/,
      (_, hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`,
    ),
  answer: z.preprocess(toMinute, z.string().regex(/^\d\d:\d\d$/)),
  input: (name, value, { required = true }) => (
    <TextField
      {...labels(name, said)}
      type="time"
      size="short"
      value={value ? toMinute(value) : ''}
      required={required}
    />
  ),
  shown: simply(inWords),
  plain: simply(inWords),
})

/**
 * From a day to a day that is not before it, or to no day yet: two columns, to be spread into the fields
 * under their names, as in `...period('starts_on', 'ends_on', …)`.
 */
export const period = <From extends string, To extends string>(
  from: From,
  to: To,
  { begin, end }: { begin: Said; end: Said },
  years?: Years,
) =>
  ({
    [from]: date(begin, years),
    [to]: optional(date({ ...end, notBefore: from }, years)),
  }) as Record<From, Field<Temporal.PlainDate>> & Record<To, Field<Temporal.PlainDate | null>> // By these names.

function toMinute(value: unknown): string {
  return value instanceof Temporal.PlainTime
    ? value.toString({ smallestUnit: 'minute' })
    : String(value)
}

/** Any day does: it is the hour that is told. */
const someDay = Temporal.PlainDate.from('2026-01-01')

function inWords(plainTime: Temporal.PlainTime) {
  return formatTime(someDay.toZonedDateTime({ timeZone, plainTime }).toInstant())
}
