import pg from 'pg'

const { builtins } = pg.types

const days = new Map<string, Temporal.PlainDate>()

/** A day as a date: the same days come in thousands of rows, and a date never changes. */
function dayOf(text: string): Temporal.PlainDate {
  const known = days.get(text)
  if (known) return known
  const day = Temporal.PlainDate.from(text)
  if (days.size >= mostDays) days.clear()
  days.set(text, day)
  return day
}
const mostDays = 10_000

/** PostgreSQL types as the language's own: dates and instants are Temporal, counts are numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, dayOf],
  [builtins.TIME, (text) => Temporal.PlainTime.from(text)],
  [builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [builtins.INT8, Number],
])

export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
}

// pg sends an object that has toPostgres by its result, anything else as JSON with quotes.
for (const type of [Temporal.PlainDate, Temporal.PlainTime, Temporal.Instant]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    value(this: Temporal.PlainDate | Temporal.PlainTime | Temporal.Instant) {
      return this.toString()
    },
  })
}
