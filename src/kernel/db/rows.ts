import { type RawBuilder, sql } from 'kysely'

/**
 * Rows as one parameter of a statement, for `jsonb_to_recordset`, however many they are. A half of a
 * surrogate pair, which JSON cannot carry into PostgreSQL, becomes U+FFFD, as in any other parameter.
 */
export function asRows(rows: readonly object[]): RawBuilder<unknown> {
  const wellFormed = (_name: string, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value
  return sql`${JSON.stringify(rows, wellFormed)}::jsonb`
}
