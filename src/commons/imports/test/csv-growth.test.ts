import { expect, test } from 'vitest'
import { growth } from '#kernel/testing'
import { cellsOfCsv } from '../csv-cells.ts'
import { extentOf } from '../workbook-rows.ts'

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

const tried = (sheet: string) => {
  try {
    return extentOf(sheet)
  } catch {
    return null
  }
}

test.each([
  ['cells that do not end', (size: number) => `${'<c '.repeat(size / 3)}"`],
  ['quotation marks', (size: number) => `<c ${'"a" '.repeat(size / 4)}`],
  ['a mark that is not closed', (size: number) => `<c "${'<c r="A1">'.repeat(size / 10)}`],
  ['cells', (size: number) => '<c r="A1">'.repeat(size / 10)],
  ['names', (size: number) => `<${'a'.repeat(size)}`],
])('twice as large a sheet is measured in twice the time: %s (M15)', (_, source) => {
  expect(growth(source, tried, 400_000)).toBeLessThan(2.6)
})
