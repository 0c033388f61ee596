import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartFailure } from './embedded-failure.ts'

/** A folder of the house that owns tables. */
export interface MigrationFolder {
  /** For example `kernel/tenancy` or `modules/deliberations`. */
  name: string
  /** The absolute path of its `migrations` folder, which need not exist. */
  path: string
}

/** A file of SQL, named by the minute of its writing (UTC): `202611231901_isolation.sql`. */
export interface Migration {
  /** The name of its folder. */
  folder: string
  name: string
  sql: string
  /** SHA-256 of the SQL: by it a file is known again wherever it moved. */
  hash: string
}

/** How a file is told of: `modules/strategy/202611260058_plan.sql`. */
export const pathOf = ({ folder, name }: Pick<Migration, 'folder' | 'name'>) => `${folder}/${name}`

/**
 * The migrations of all folders in the one order in which they were written. Throws where a name
 * does not say when, or where two say the same minute.
 */
export function readMigrations(folders: readonly MigrationFolder[]): Migration[] {
  const ordered = folders.flatMap(read).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  for (const [at, one] of ordered.entries()) {
    const next = ordered[at + 1]
    if (next && minuteOf(next.name) === minuteOf(one.name))
      throw new StartFailure(
        `The migrations ${pathOf(one)} and ${pathOf(next)} bear the same minute, and their order ` +
          'must be one: give the younger the next minute that is free.',
      )
  }
  return ordered
}

function read(folder: MigrationFolder): Migration[] {
  if (!existsSync(folder.path)) return []
  const files = readdirSync(folder.path).filter((file) => file.endsWith('.sql'))
  return files.map((name) => {
    if (!isNamed(name)) throw misnamed(join(folder.path, name))
    const sql = readFileSync(join(folder.path, name), 'utf8')
    const hash = createHash('sha256').update(sql).digest('hex')
    return { folder: folder.name, name, sql, hash }
  })
}

const minuteOf = (name: string) => name.slice(0, 12)

/** The minute is one of the calendar, the words are in small letters. */
function isNamed(name: string): boolean {
  const [, year, month, day, hour, minute] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/.exec(name) ?? []
  const said = `${year}-${month}-${day}T${hour}:${minute}`
  const time = Date.parse(`${said}Z`)
  // 30 February parses as 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(said)
}

const misnamed = (path: string) =>
  new StartFailure(
    `${path} is not named as a migration: YYYYMMDDHHMM_words.sql, the minute of its writing (UTC) ` +
      'and some words in small letters.',
  )
