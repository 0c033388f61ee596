import type pg from 'pg'
import { StartFailure } from './embedded-failure.ts'
import { type Migration, pathOf } from './migration-files.ts'

/** A row of `kernel.migration`: a file as it was when it was applied. */
export type AppliedMigration = Pick<Migration, 'folder' | 'name' | 'hash'>

/** What is applied to this database, in the order of the names. */
export async function appliedMigrations(client: pg.ClientBase): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select folder, name, hash from kernel.migration order by name collate "C", folder',
  )
  return rows
}

/** A file that was renamed or that moved to another folder after it was applied. */
interface Move {
  from: AppliedMigration
  to: Migration
}

/**
 * Compares the files with what is applied. A file is known by its name, or else by its content, for
 * it may have been renamed or moved since. Throws where an applied file was changed, and where the
 * database is that of a newer program.
 */
export function compareMigrations(
  files: readonly Migration[],
  applied: readonly AppliedMigration[],
): { pending: Migration[]; moved: Move[] } {
  const unknown = new Map(applied.map((row) => [pathOf(row), row]))
  const others = files.filter((file) => {
    const row = unknown.get(pathOf(file))
    if (row && row.hash !== file.hash) throw changed(row)
    return !unknown.delete(pathOf(file))
  })
  const moved: Move[] = []
  const pending = others.filter((file) => {
    const from = [...unknown.values()].find(({ hash }) => hash === file.hash)
    if (!from) return true
    unknown.delete(pathOf(from))
    moved.push({ from, to: file })
    return false
  })
  if (unknown.size > 0) throw newer([...unknown.keys()])
  return { pending, moved }
}

/** Writes down that a migration is applied. */
export async function noteApplied(client: pg.ClientBase, one: Migration): Promise<void> {
  const row = [one.folder, one.name, one.hash]
  await client.query('insert into kernel.migration (folder, name, hash) values ($1, $2, $3)', row)
}

/** Gives an applied migration the name that its file has now. */
export async function noteMove(client: pg.ClientBase, { from, to }: Move): Promise<void> {
  await client.query(
    'update kernel.migration set folder = $3, name = $4 where folder = $1 and name = $2',
    [from.folder, from.name, to.folder, to.name],
  )
}

const changed = (row: AppliedMigration) =>
  new StartFailure(
    `The migration ${pathOf(row)} was changed after it was applied: put it back as it was and ` +
      'write the change as a new one.',
  )

const newer = (paths: readonly string[]) =>
  new StartFailure(
    `The database is newer than this program, which does not know ${paths.join(', ')}: start the ` +
      'program that last ran on it, or restore a backup from before.',
  )
