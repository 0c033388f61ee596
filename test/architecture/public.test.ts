import { expect, test } from 'vitest'
import { sources } from './house.ts'
import { checkPublicFaces } from './public.ts'
import type { Source } from './source.ts'

const open = "const open = new PublicRoutes('/mail')\n"
const table: Source = {
  path: 'src/commons/directory/migrations/1.sql',
  text: 'create table commons.person (\n  id uuid\n);',
}
const face = (text: string): Source[] => [
  table,
  { path: 'src/modules/mail/public.ts', text: `${text}\n${open}` },
]

test('a public page takes nothing from where private rows are read', () => {
  expect(sources.filter(({ text }) => text.includes('new PublicRoutes(')).length).toBeGreaterThan(1)
  expect(checkPublicFaces(sources)).toEqual([])
})

test.for([
  "import { persons } from '#commons/directory'",
  "export { persons } from '#commons/directory'",
  "import { db } from '#kernel/db'",
  'const rows = sql`select 1 from commons.person`',
])('one that does is found: %s', (text) => {
  expect(checkPublicFaces(face(text))).toHaveLength(1)
})

test.for([
  "import type { Person } from '#commons/directory'",
  "import { published } from '#commons/publication'",
  "import { publicPage } from '#kernel/pages'",
])('one that does not passes: %s', (text) => {
  expect(checkPublicFaces(face(text))).toEqual([])
})
