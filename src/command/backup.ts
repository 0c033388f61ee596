import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  backUp,
  type Ending,
  eraseAuthority,
  importAuthority,
  restore,
  wholeArchive,
} from '#kernel/backup'
import { anchor, dropAnchors } from '#kernel/audit-chain'
import { readConfig } from '#kernel/config'
import {
  type Database,
  type OpenDatabase,
  openDatabase,
  type TenantId,
  transaction,
} from '#kernel/db'
import { useFileStore } from '#kernel/files'
import { keySource, missingMasters, useMasterKeys } from '#kernel/secrets'
import { certificateOf } from './restrict.ts'
import { authorityOf, houseOf, onHouse } from './standing.ts'
import { Refused, Usage } from './words.ts'

/** Backs up the whole house into a file: rows, files and jobs as they are at one moment. */
export const backupHouse = (given: string[]): Promise<void> =>
  onDatabase(fileOf(given, 'In which file? beffroi backup FILE'), async ({ database }, file) => {
    ensureFree(file)
    told(file, await backUp(database, file))
  })

/** Puts a backup into an empty database and an empty folder; one that is damaged is refused before either is opened. */
export async function restoreHouse(given: string[]): Promise<void> {
  const archive = await wholeArchive(fileOf(given, 'From which file? beffroi restore FILE'))
  await onDatabase(archive.path, async ({ database }, file) => {
    const config = readConfig(process.env)
    const ending = await restore(database, houseOf(config).migrations, archive)
    const keys = keySource(config)
    if ((await useMasterKeys(keys)).length > 0) await anchorRestored(database)
    told(file, ending)
    console.log('The next start brings it up to date.')
    const missing = await missingMasters(database, keys)
    if (missing.length > 0)
      console.error(
        `The master key of that house is not at ${keys.where}: no backup holds it. Bring it there before the first start ` +
          '(secrets.key, SECRETS_KEY or SECRETS_KEY_FILE). Without it the house refuses to start where national numbers or ' +
          'other secrets are enciphered under it; where none is, it makes a new key, and what the old one signed of the ' +
          'security log cannot be checked any more.',
      )
  })
}

/** Notes outside of the database that logs end where the archive has them: what was noted of later lines is void. */
async function anchorRestored(database: Database, only?: string): Promise<void> {
  const { rows } = await database.owner.query<{ id: TenantId }>(
    `select id from kernel.tenant where to_regclass('kernel.audit_link') is not null`,
  )
  for (const { id } of rows)
    if (only === undefined || id === only)
      await transaction(database, id, () => anchor({ restored: true }))
}

/** The one file that a command names. */
function fileOf(given: string[], usage: string): string {
  const { positionals } = parseArgs({ args: given, allowPositionals: true })
  const [file, second] = positionals
  if (!file || second) throw new Usage(usage)
  return resolve(file)
}

/** Works on the database and the files as they are: nothing is migrated or seeded before. */
async function onDatabase(
  file: string,
  work: (opened: OpenDatabase, file: string) => Promise<void>,
): Promise<void> {
  const config = readConfig(process.env)
  const opened = await openDatabase(config, true)
  try {
    const { folder, bucket, in: kept } = config.files
    useFileStore(folder, kept === 's3' ? bucket : null)
    await work(opened, file)
  } finally {
    await opened.close()
  }
}

/** A backup is written over nothing, and into a folder that is there. */
function ensureFree(file: string): void {
  if (existsSync(file)) throw new Refused(`${file} exists: choose another name, or remove it.`)
  if (!existsSync(dirname(file))) throw new Refused(`There is no folder ${dirname(file)}.`)
}

function told(file: string, { rows, jobs, files, lost }: Ending): void {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0)
  console.log(`${file}: ${all} rows, ${files} files, ${jobs} jobs.`)
  if (lost.length === 0) return
  const which = lost.map(({ authority, hash }) => `  ${authority}/${hash}`)
  throw new Refused(
    [`All but ${lost.length} files, which were lost or damaged before:`, ...which].join('\n'),
  )
}

/** Exports one authority into a file that another house of the same version can take in. */
export async function exportAuthority(given: string[]): Promise<void> {
  const { positionals } = parseArgs({ args: given, allowPositionals: true })
  const [slug, file, more] = positionals
  if (!slug || !file || more)
    throw new Usage('Which one, where? beffroi authority export SLUG FILE')
  await onHouse(async (standing) => {
    const { id } = await authorityOf(standing, slug)
    ensureFree(resolve(file))
    told(resolve(file), await backUp(standing.database, resolve(file), { id, slug }))
  })
}

/** Takes in an authority that another house exported. */
export async function takeInAuthority(given: string[]): Promise<void> {
  const archive = await wholeArchive(
    fileOf(given, 'From which file? beffroi authority import FILE'),
  )
  await onHouse(async ({ database }) => {
    const ending = await importAuthority(database, archive)
    await anchorRestored(database, archive.manifest.authority?.id)
    told(archive.path, ending)
  })
}

/** Erases one authority, with all that is of it. */
export async function dropAuthority(given: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { 'for-ever': { type: 'string' } },
  })
  const [slug, more] = positionals
  if (!slug || more) throw new Usage('Which one? beffroi authority erase SLUG --for-ever SLUG')
  await onHouse(async (standing) => {
    const { id, name } = await authorityOf(standing, slug)
    if (values['for-ever'] !== slug)
      throw new Refused(
        `${name} and all that is of it would be erased, and nothing brings it back but an export. ` +
          `Say so: beffroi authority erase ${slug} --for-ever ${slug}`,
      )
    const erased = await eraseAuthority(standing.database, id)
    await dropAnchors(id)
    if (erased) console.log(certificateOf(erased))
  })
}
