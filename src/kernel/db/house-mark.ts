import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { StartFailure } from './embedded-failure.ts'
import { onlyOne } from './only-one.ts'
import type { Database } from './pool.ts'

/** Where a data folder says of which database it is. */
const markFile = 'house'

/**
 * Refuses a start where rows and files would not belong together: the database bears a mark, and so does the folder of
 * files. What has none gets that of the other, but for an unmarked folder beside a database whose files are elsewhere.
 * The mark is a comment on the schema: a backup that is restored into another database does not bring it along.
 */
export async function ensureOneHouse(database: Database, folder: string): Promise<void> {
  const path = join(folder, markFile)
  await onlyOne(database, 'kernel.house_mark', async () => {
    const inFolder = (await readFile(path, 'utf8').catch(() => '')).trim()
    const [inDatabase = '', where = ''] = await markOf(database)
    if (inDatabase && inDatabase !== inFolder)
      throw new StartFailure(
        `The folder ${folder} is not that of this database, whose files are at ${where}: set DATA_DIR to that folder, on ` +
          'a disk that both machines have where there are two, or DATABASE_URL to the database of this one. Where the ' +
          `folder was moved here and is whole, write ${inDatabase} into ${path}.`,
      )
    if (inDatabase) return
    const mark = inFolder || randomUUID()
    await mkdir(folder, { recursive: true })
    await writeFile(path, `${mark}\n`, { mode: 0o600 })
    await database.owner.query(
      `do $$ begin execute format('comment on schema kernel is %L', '${mark} ${quoted(`${hostname()}:${folder}`)}'); end $$`,
    )
  })
}

/** In a text of PostgreSQL, within one between dollars. */
const quoted = (text: string) => text.replaceAll("'", "''").replaceAll('$$', '')

/** The mark of a database, and where the folder was that has the same. */
async function markOf({ owner }: Database): Promise<string[]> {
  const { rows } = await owner.query<{ mark: string | null }>(
    `select obj_description('kernel'::regnamespace) as mark`,
  )
  return /^([\w-]{36}) (.*)$/s.exec(rows[0]?.mark ?? '')?.slice(1) ?? []
}
