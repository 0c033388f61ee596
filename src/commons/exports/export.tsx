import { z } from 'zod'
import { Invalid } from '#kernel/errors'
import { fileAnswer } from '#kernel/http'
import { t } from '#kernel/i18n'
import { ButtonLink, Menu } from '#kernel/ui'
import { inXml } from '#kernel/xml'
import { bound } from './bindery.ts'
import { csvOf } from './csv.ts'
import { type ExportColumn, sheetRow } from './sheet.ts'

/** What a list can be taken as. */
export const exportFormats = ['ods', 'xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** As which file a page is asked for, where it is: one that is none of them is refused by name. */
export const asFile = () => z.enum(exportFormats).optional()

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
}

/** The most rows of one file; more of them would keep others waiting while it is made. */
export const mostExported = 10_000

/**
 * Answers with rows as a file under this name, which needs no ending: real numbers, amounts, days and
 * shares. Throws `Invalid` where there are more than `mostExported`: give one row too many to have it said.
 */
export async function exportAnswer<Row>(
  format: ExportFormat,
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Response> {
  if (rows.length > mostExported)
    throw Invalid.field('as', 'exports.too_many', { most: mostExported })
  const file = { name: `${name}.${format}`, type: types[format], inPlace: false }
  return fileAnswer(await bytesOf(format, columns, rows), file)
}

async function bytesOf<Row>(
  format: ExportFormat,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Promise<Uint8Array> {
  if (format === 'csv') return new TextEncoder().encode(csvOf(columns, rows))
  return bound({
    format,
    sheet: t('exports.sheet'),
    heads: columns.map(({ header }) => inXml(header)),
    rows: rows.map((row) => sheetRow(columns, row)),
  })
}

/** The files as which a list can be taken; `href` is the address of it as one. */
export function ExportMenu({ href }: { href: (format: ExportFormat) => string }) {
  return (
    <Menu label={t('exports.take')} icon="download">
      {exportFormats.map((format) => (
        <ButtonLink href={href(format)} download>
          {t(`exports.format.${format}`)}
        </ButtonLink>
      ))}
    </Menu>
  )
}
