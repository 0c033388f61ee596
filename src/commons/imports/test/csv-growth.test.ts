import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { cellsOfCsv } from '../csv-cells.ts'

const times = (piece: string) => (size: number) =>
  new TextEncoder().encode(`a;b\n${piece.repeat(size / piece.length)}`)

test.each([
  ['rows', times('"x";y\n')],
  ['cells of one row', times(';')],
  ['quotation marks', times('"";')],
  ['empty rows', times('\n')],
])('twice as much CSV takes twice as long: %s (S3)', (_, source) => {
  expect(growth(source, (bytes) => cellsOfCsv({ bytes, most: 1_000_000 }), 100_000)).toBeLessThan(
    2.6,
  )
})
