import { expect, test } from 'vitest'
import { sources } from './house.ts'
import { checkLimits } from './limits.ts'

test('a list is cut only where that is said, or for a reason that is written down (F2)', () => {
  expect(checkLimits(sources)).toEqual([])
})

test.for([
  "db().selectFrom('mail.letter').limit(most)",
  'sql`select id from mail.letter order by id limit ${most}`',
  'sql`select id from mail.letter\n  LIMIT 50`',
  'sql`select id from mail.letter fetch first 5 rows only`',
])('one that is cut silently is found: %s', (text) => {
  const planted = { path: 'src/modules/mail/letter.ts', text }
  expect(checkLimits([planted], {})).toHaveLength(1)
  expect(checkLimits([planted], { [planted.path]: 'says so' })).toEqual([])
  expect(checkLimits([{ ...planted, path: 'src/modules/mail/test/letter.test.ts' }], {})).toEqual(
    [],
  )
})

test('a reason that holds for nothing any more is found', () => {
  const planted = { path: 'src/modules/mail/letter.ts', text: 'limits.delay(5)' }
  expect(checkLimits([planted], { [planted.path]: 'says so' })).toHaveLength(1)
})

test('a page that shows some of what it has is found', () => {
  const text = 'items={letters.slice(0, mostShown).map(itemOf)}'
  expect(checkLimits([{ path: 'src/modules/mail/letters.tsx', text }], {})).toHaveLength(1)
  expect(checkLimits([{ path: 'src/modules/mail/letters.ts', text }], {})).toEqual([])
})
