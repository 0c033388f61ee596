import pg from 'pg'

const { builtins } = pg.types

/** PostgreSQL types as the language's own: dates and instants are Temporal, counts are numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => Temporal.PlainDate.from(text)],
  [builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [builtins.INT8, Number],
])

export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format),
}

// pg sends an object that has toPostgres by its result, anything else as JSON with quotes.
for (const type of [Temporal.PlainDate, Temporal.Instant]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    value(this: Temporal.PlainDate | Temporal.Instant) {
      return this.toString()
    },
  })
}
