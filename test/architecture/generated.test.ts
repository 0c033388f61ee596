import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { dumpSchema } from '#kernel/db'
import { legalRules } from '#commons/clock'
import { givenAuthority, ground } from '#test/harness'
import { inWords, lawPage } from './law-page.ts'

// bin/schema rewrites both files.

test('db/schema.sql is the migrated schema', async () => {
  const { database } = await ground()
  await expect(await dumpSchema(database)).toMatchFileSnapshot(join(projectRoot, 'db/schema.sql'))
})

test('docs/law/rules.md is what the table of law says', async () => {
  const authority = await givenAuthority()
  const rules = await authority.asSystem(() => legalRules())
  await expect(lawPage(rules)).toMatchFileSnapshot(join(projectRoot, 'docs/law/rules.md'))
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
      key: 'council.urgency',
      article: 'CDLD L1122-24',
      organKind: 'council',
      value: { kind: 'share_of_present', numerator: 2, denominator: 3 },
      validFrom: Temporal.PlainDate.from('2005-01-01'),
      validTo: null,
      verified: false,
      source: 'CDLD',
    },
  ])
  expect(page).toContain('| conseil communal | 2/3 des membres présents | CDLD L1122-24 |')
  expect(page).toContain('| non vérifié |')
})
