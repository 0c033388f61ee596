import type { Published } from './published.ts'
import { recordOf } from './record.ts'

/** Where a program finds a copy: the same address for ever. */
export const dataPath = ({ publisher, slug, number }: Published) =>
  `/publications/${publisher}/${slug}/${number}.json`

/** Data that any site may fetch. */
const anySite = { 'access-control-allow-origin': '*' }

/**
 * A copy for programs. All but `hash` is what was hashed: its SHA-256 in canonical JSON (RFC 8785)
 * is `hash`.
 */
export function openData(published: Published): Response {
  const { hash } = published
  return new Response(JSON.stringify({ ...recordOf(published), hash }), {
    headers: { ...anySite, 'content-type': 'application/json', etag: `"${hash}"` },
  })
}

type Cell = string | number | null

/** A column of a table for spreadsheets. */
export interface CsvColumn<R> {
  label: string
  value: (row: R) => Cell
}

/** Answers with rows as CSV (RFC 4180): UTF-8 with its mark, which spreadsheets look for. */
export function csvAnswer<R>(
  fileName: string,
  columns: readonly CsvColumn<R>[],
  rows: readonly R[],
): Response {
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ]
  const text = lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
  return new Response(`\uFEFF${text}`, {
    headers: {
      ...anySite,
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '_')}"`,
    },
  })
}

/** A spreadsheet runs what begins like a formula: an apostrophe makes it a text again. */
function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = (cell ?? '').replace(/^[=+\-@\t\r]/, "'$&")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
