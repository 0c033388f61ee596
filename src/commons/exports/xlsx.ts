// Runs in the process of a workbook, and is loaded there with its library.
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeXlsx, { type CellObject, type Feature } from 'write-excel-file/node'
import { getCellAddress } from 'write-excel-file/utility'
import type { SheetCell } from './sheet.ts'
import { widthsOf } from './widths.ts'

/** The bytes of a workbook of one sheet: its heads frozen, with a filter on each. */
export function makeXlsx(
  sheet: string,
  heads: readonly string[],
  rows: readonly (readonly SheetCell[])[],
): Promise<Uint8Array> {
  const first = heads.map((value): CellObject => ({
    value,
    type: String,
    fontWeight: 'bold',
    bottomBorderStyle: 'thin',
  }))
  const columns = widthsOf(heads, rows).map((width) => ({ width }))
  const data = [first, ...rows.map((cells) => cells.map(cell))]
  return writeXlsx([{ sheet, data, columns, stickyRowsCount: 1, orientation: 'landscape' }], {
    features: [asRead(sheet, heads.length, rows.length + 1)],
  }).toBuffer()
}

function cell(one: SheetCell): CellObject | null {
  switch (one.kind) {
    case 'empty':
      return null
    case 'text':
      return { value: one.value, type: String }
    case 'truth':
      return { value: one.value, type: Boolean }
    case 'day':
      return { value: one.value, type: Date, format: 'dd/mm/yyyy' }
    case 'time':
      return { value: one.value, type: Date, format: 'dd/mm/yyyy hh:mm' }
    case 'money':
      return { value: one.value, type: Number, format: '#,##0.00\\ [$€-80C]' }
    case 'percent':
      return {
        value: one.value,
        type: Number,
        format: Number.isInteger(one.value * 100) ? '0%' : '0.00%',
      }
    case 'number':
      return {
        value: one.value,
        type: Number,
        format: Number.isInteger(one.value) ? '#,##0' : '#,##0.00',
      }
  }
}

/**
 * A filter on each head, after the data of the sheet, as ECMA-376 orders its parts; on paper as wide as one page, with
 * the heads on each.
 */
function asRead(sheet: string, columns: number, rows: number): Feature<Stream | Buffer | Blob> {
  const range = `A1:${getCellAddress(rows - 1, columns - 1)}`
  const name = inXml(sheet.replaceAll("'", "''"))
  const heads = `<definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$1:$1</definedName>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
              .replace(
                /<worksheet[^<>]*>/,
                (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
              )
              .replace(
                /<pageSetup [^<>]*>/,
                '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
              ),
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('</sheets>', `</sheets><definedNames>${heads}</definedNames>`),
        },
      },
    },
  }
}

const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
