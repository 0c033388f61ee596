import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { connect, dumpFolders, dumpSchema } from '#kernel/db'
import { migrateJobs } from '#kernel/jobs'
import { emptyDatabase } from '#kernel/testing'
import { inWords, legalRules } from '#commons/law'
import { givenAuthority, ground } from '#test/harness'
import { configurationPage } from './configuration-page.ts'
import { glossaryPage, termsOfHouse } from './glossary.ts'
import { lawPage } from './law-page.ts'

// bin/schema rewrites all of them.

const schemas = join(projectRoot, 'db/schema')

test('db/schema holds what each folder makes of an empty database, and nothing else', async () => {
  const { house } = await ground()
  const url = await emptyDatabase(inject('templateUrl'), `dump_${process.pid}`)
  const database = connect({ url, poolSize: 1 })
  try {
    await migrateJobs(database)
    const dumps = await dumpFolders(database, house.migrations)
    const files = new Map([...dumps].map(([folder, text]) => [fileOf(folder), text]))
    for (const [file, text] of files)
      await expect
        .soft(
          text,
          `db/schema/${file} is not what the migrations make: run bin/schema and commit it`,
        )
        .toMatchFileSnapshot(join(schemas, file))
    expect(readdirSync(schemas).filter((file) => !files.has(file))).toEqual([])
  } finally {
    await database.close()
  }
})

const fileOf = (folder: string) => `${folder.replace('/', '.')}.sql`

test('docs/glossary.md is what the folders explain', async () => {
  await expect(glossaryPage(termsOfHouse())).toMatchFileSnapshot(
    join(projectRoot, 'docs/glossary.md'),
  )
})

test('docs/operations/configuration.md is what the environment says', async () => {
  await expect(configurationPage()).toMatchFileSnapshot(
    join(projectRoot, 'docs/operations/configuration.md'),
  )
})

test('docs/law/rules.md is what the table of law says', async () => {
  const authority = await givenAuthority()
  const page = await authority.asSystem(async () => lawPage(await legalRules()))
  await expect(page).toMatchFileSnapshot(join(projectRoot, 'docs/law/rules.md'))
})

test('a migration that changes the schema changes its dump', async () => {
  const { database } = await ground()
  const before = await dumpSchema(database)
  await database.owner.query('create schema planted create table letter (id uuid)')
  try {
    expect(await dumpSchema(database)).not.toBe(before)
  } finally {
    await database.owner.query('drop schema planted cascade')
  }
  expect(await dumpSchema(database)).toBe(before)
})

test('a rule of law is said in words, and one that nobody read in the law says so', () => {
  expect(inWords({ kind: 'clear_days_before', days: 7 })).toBe('7 jours francs avant la séance')
  expect(inWords({ kind: 'working_days_after', days: 1 })).toBe('1 jour ouvrable après')
  const page = lawPage([
    {
      key: 'vote.closed_session',
      article: 'CDLD L1122-24',
      organKind: 'council',
      value: { kind: 'share_of_present', numerator: 2, denominator: 3 },
      validFrom: Temporal.PlainDate.from('2005-01-01'),
      validTo: null,
      verified: false,
      source: 'CDLD',
      note: 'à lire',
    },
  ])
  expect(page).toContain(
    '| conseil communal | 2/3 des membres présents | sur 25 présents → 17. | consignée, pas encore appliquée | CDLD L1122-24 |',
  )
  expect(page).toContain('| non vérifié | CDLD. à lire |')
})
