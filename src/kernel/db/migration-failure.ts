import pg from 'pg'
import { StartFailure } from './embedded-failure.ts'
import { type Migration, pathOf } from './migration-files.ts'

/**
 * Says which migration failed, at which line, and why in PostgreSQL's own words. `newest` is the
 * youngest that was applied before: one that was written earlier may meet what it did not expect.
 */
export function explainMigration(one: Migration, error: unknown, newest?: string): StartFailure {
  const late =
    newest && one.name < newest ? ` It is older than ${newest}, which this database has.` : ''
  const words = `The migration ${pathOf(one)} failed${lineOf(one.sql, error)}: ${reasonOf(error)}`
  return new StartFailure(`${words}${late} Nothing was changed.`, { cause: error })
}

/** The reason that PostgreSQL gives, with its detail and hint, as sentences. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof pg.DatabaseError))
    return sentence(error instanceof Error ? error.message : String(error))
  const { message, detail, hint, where, position } = error
  // Without a position, the innermost line of what was running says most.
  const place = position ? undefined : where?.split('\n')[0]
  const told = [message, detail, hint && `Hint: ${hint}`, place && `In ${place}`]
  return told.flatMap((words) => (words ? [sentence(words)] : [])).join(' ')
}

/** PostgreSQL counts characters from 1, not the units of our strings. */
function lineOf(sql: string, error: unknown): string {
  if (!(error instanceof pg.DatabaseError) || !error.position) return ''
  const before = [...sql].slice(0, Number(error.position) - 1)
  return ` at line ${before.filter((character) => character === '\n').length + 1}`
}

const sentence = (words: string) => (/[.?!]$/.test(words) ? words : `${words}.`)
