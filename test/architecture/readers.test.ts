import { expect, test } from 'vitest'
import { sources } from './house.ts'
import { checkDrafts, checkReaders } from './readers.ts'

test('who may see a dossier is asked in one place', () => {
  expect(checkReaders(sources)).toEqual([])
})

test.for([
  'sql`select d.id from commons.dossier d where d.readers && ${[...actor().principals]}::text[]`',
  "sql<boolean>`${e.ref('d.readers')} && ${mine}`",
  'sql`where ${mine}::text[] && d.readers`',
  "sql`where ${'role:agent'} = any(d.readers)`",
  "db().selectFrom('commons.dossier as d').where('d.readers', '&&', mine)",
])('a comparison by hand is found: %s', (text) => {
  const planted = { path: 'src/modules/mail/letter.ts', text }
  expect(checkReaders([planted])).toHaveLength(1)
  expect(checkReaders([{ ...planted, path: 'src/commons/dossiers/seen.ts' }])).toEqual([])
})

test('what only shows readers, or compares something else, is none', () => {
  const text = "sql`select d.readers`; sql`where ${day} <@ t.span`; show(t('directory.readers'))"
  expect(checkReaders([{ path: 'src/modules/mail/letter.ts', text }])).toEqual([])
})

test('drafts are read in one place, which asks for those of the one who acts', () => {
  expect(checkDrafts(sources)).toEqual([])
  const text = "db().selectFrom('kernel.draft')"
  expect(checkDrafts([{ path: 'src/modules/mail/letter.ts', text }])).toHaveLength(1)
})
