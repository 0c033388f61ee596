import type pg from 'pg'
import { sections } from './dump-sections.ts'
import { migrate } from './migrate.ts'
import type { MigrationFolder } from './migration-files.ts'
import type { Database } from './pool.ts'

/** The catalogues of what is made, with the column that says in what schema it stands. */
const catalogs = {
  ...{ pg_namespace: '0', pg_extension: '0', pg_collation: '0', pg_ts_config: '0' },
  ...{ pg_type: 'typnamespace', pg_proc: 'pronamespace', pg_class: 'relnamespace' },
}

/** All that was ever made in this database: what PostgreSQL brings has numbers below these. */
const objects = Object.entries(catalogs)
  .map(
    ([catalog, schema]) =>
      `select '${catalog}:' || oid as object, ${schema}::text as schema from ${catalog} where oid >= 16384`,
  )
  .join(' union all ')

interface Line {
  readonly section: string
  /** The object that the line is of, `catalog:oid`. */
  readonly object: string
  readonly line: string
}

/** The migrated schema as text, the same for the same schema. */
export async function dumpSchema(database: Database): Promise<string> {
  return textOf(await linesOf(database.owner))
}

/**
 * Migrates an empty database and gives the schema as text by the folder that made it: what appears
 * when a file is applied is its folder's, as is what it moves to another schema; and what hangs on a table is of
 * the table.
 */
export async function dumpFolders(
  database: Database,
  folders: readonly MigrationFolder[],
): Promise<Map<string, string>> {
  const makers = new Map<string, { folder: string; schema: string }>()
  // The first file is one of kernel/db, as is the table of what is applied, which stands before it.
  await migrate(database, folders, async ({ folder }, client) => {
    const { rows } = await client.query<{ object: string; schema: string }>(objects)
    for (const { object, schema } of rows)
      if (makers.get(object)?.schema !== schema) makers.set(object, { folder, schema })
  })
  const lines = await linesOf(database.owner)
  const byFolder = Map.groupBy(lines, ({ object }) => makers.get(object)?.folder ?? '')
  return new Map([...byFolder].map(([folder, own]) => [folder, textOf(own)]))
}

async function linesOf(on: pg.Pool | pg.ClientBase): Promise<Line[]> {
  const lines: Line[] = []
  for (const { title, sql } of sections) {
    const { rows } = await on.query<{ object: string; line: string }>(sql)
    lines.push(...rows.map((row) => ({ section: title, ...row })))
  }
  return lines
}

function textOf(lines: readonly Line[]): string {
  const bySection = Map.groupBy(lines, ({ section }) => section)
  const parts = [...bySection].map(
    ([title, own]) => `-- ${title}\n${own.map(({ line }) => `${line};\n`).join('')}`,
  )
  return parts.join('\n')
}
