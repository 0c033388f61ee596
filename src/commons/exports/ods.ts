// Runs in the process of a workbook, and is loaded there with its library.
import { type OdsCellObject, OdsDocument } from 'odf-kit/ods'
import { finished } from '#kernel/sheets'
import type { SheetCell } from './sheet.ts'
import { widthsOf } from './widths.ts'

const ruled = '0.75pt solid #1a1d26'
const centimetresPerCharacter = 0.2

/** The bytes of a spreadsheet of one sheet, its heads frozen. The library sets no filters. */
export async function makeOds(
  name: string,
  heads: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): Promise<Uint8Array> {
  const document = new OdsDocument().setDateFormat('DD/MM/YYYY')
  const sheet = document.addSheet(name)
  sheet.addRow([...heads], { bold: true, borderBottom: ruled })
  for (const cells of rows) sheet.addRow(cells.map(cell))
  sheet.freezeRows(1)
  widthsOf(heads, rows).forEach((width, index) => {
    sheet.setColumnWidth(index, `${(width * centimetresPerCharacter).toFixed(1)}cm`)
  })
  // A list has many columns: it lies on its side.
  return finished(await document.save(), true)
}

function cell(one: SheetCell): OdsCellObject | null {
  switch (one.kind) {
    case 'empty':
      return null
    case 'text':
      return { value: one.value, type: 'string' }
    case 'truth':
      return { value: one.value, type: 'boolean' }
    case 'day':
    case 'time':
      return { value: one.value, type: 'date' }
    case 'money':
      return { value: one.value, type: 'currency', numberFormat: 'currency:EUR:2' }
    case 'percent':
      return { value: one.value, type: 'percentage', numberFormat: 'percentage:1' }
    case 'number':
      return {
        value: one.value,
        type: 'float',
        numberFormat: Number.isInteger(one.value) ? 'integer' : 'decimal:2',
      }
  }
}
