import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { columnShares } from '../column-shares.ts'
import { heaviestPlace } from '../place.ts'

const columns = [{ header: 'Nom' }, { header: 'Remarque' }]
const cell = (text: string) => ({ kind: 'text' as const, text, value: text })

test('the widths of a table of a million words are reckoned, in time that grows as they do (S3)', () => {
  const rows = (size: number) => [[cell('x'), cell('mot '.repeat(size / 4))]]
  const shares = (table: ReturnType<typeof rows>) => columnShares(columns, table, false)
  expect(growth(rows, shares)).toBeLessThan(2.6)
  expect(shares(rows(4_000_000))).toHaveLength(2)
})

test('the heaviest part is found in time that grows as the document does (S3)', () => {
  const data = (size: number) =>
    Array.from({ length: size / 20 }, (_, at) => ({ title: `Point ${at}`, text: 'mot mot' }))
  expect(growth(data, heaviestPlace, 200_000)).toBeLessThan(2.6)
})
