import { formatDate, formatNumber } from '#kernel/i18n'
import type { Block } from '#kernel/richtext'
import { columnShares } from './column-shares.ts'
import type { PrintedBlock, PrintedCell, PrintedReport, PrintedTable } from './printed.ts'

/** Money in integer cents, a percentage from 0 to 100. */
export type ReportCell = string | number | Temporal.PlainDate | null

export type ColumnKind = 'text' | 'number' | 'money' | 'percent' | 'date'

export interface ReportColumn {
  header: string
  /** What its numbers are; `text` unless told. */
  kind?: ColumnKind
  /** Relative to the other columns, 1 unless told; figures are never cut for it. */
  width?: number
}

export interface ReportFact {
  label: string
  value: string
}

export interface ReportTable {
  kind: 'table'
  caption: string
  columns: ReportColumn[]
  /** A row that is too short is filled with empty cells. */
  rows: ReportCell[][]
  total?: ReportCell[]
}

export type ReportBlock =
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; number?: string; text: string }
  | { kind: 'paragraph'; text: string; tone?: 'soft' }
  | { kind: 'rich'; blocks: Block[] }
  | { kind: 'facts'; facts: ReportFact[] }
  | ReportTable
  /** A bar; the value is a percentage from 0 to 100. */
  | { kind: 'progress'; label: string; value: number }

/** What a trade says once and the house prints as PDF/A, DOCX or ODS. */
export interface Report {
  title: string
  subtitle: string
  facts: ReportFact[]
  landscape?: boolean
  /** At the head of each later page, in the place of title and subtitle. */
  head?: string
  /** At the foot of each page, above who made it and when. */
  foot?: string
  blocks: ReportBlock[]
}

/** The report as plain data, figures and dates written in the current language. */
export function printedReport(report: Report): PrintedReport {
  const { title, subtitle, facts, landscape = false, foot = '' } = report
  const head = report.head || [title, subtitle].filter(Boolean).join('  ·  ')
  const nextLevel = levels()
  const blocks = report.blocks.map((block): PrintedBlock => {
    switch (block.kind) {
      case 'heading':
        return { ...block, number: block.number ?? null, level: nextLevel(block.level) }
      case 'paragraph':
        return { kind: 'paragraph', text: block.text, soft: block.tone === 'soft' }
      case 'table':
        return printedTable(block, landscape)
      case 'progress':
        return printedProgress(block.label, block.value)
      default:
        return block
    }
  })
  return { title, subtitle, facts, landscape, head, foot, blocks }
}

/** A heading is never more than one level below the one before: outlines have no hole (PDF/UA-1, 7.4.2). */
function levels(): (wanted: number) => number {
  let last = 0
  return (wanted) => (last = Math.min(wanted, last + 1))
}

function printedTable(table: ReportTable, landscape: boolean): PrintedTable {
  const cells = (row: ReportCell[]) =>
    table.columns.map(({ kind = 'text' }, index) => printedCell(row[index] ?? null, kind))
  const rows = table.rows.map(cells)
  const total = table.total ? cells(table.total) : null
  const shares = columnShares(table.columns, total ? [...rows, total] : rows, landscape)
  const columns = table.columns.map(({ header, kind = 'text' }, index) => ({
    header,
    kind,
    share: shares[index] ?? 0,
  }))
  return { kind: 'table', caption: table.caption, columns, rows, total }
}

function printedCell(value: ReportCell, kind: ColumnKind): PrintedCell {
  if (value === null) return { kind: 'text', text: '', value: '' }
  if (typeof value === 'string') return { kind: 'text', text: value, value }
  if (typeof value !== 'number') {
    return { kind: 'date', text: formatDate(value, 'short'), value: value.toString() }
  }
  if (kind === 'money') return { kind, text: money(value), value: value / 100 }
  if (kind === 'percent') return { kind, text: percentage(value), value: value / 100 }
  return { kind: 'number', text: figure(value), value }
}

function printedProgress(label: string, value: number): PrintedBlock {
  const share = Math.min(100, Math.max(0, value)) / 100
  return { kind: 'progress', label, share, text: percentage(value) }
}

const money = (cents: number) => figure(cents / 100, { style: 'currency', currency: 'EUR' })

const percentage = (value: number) =>
  figure(value / 100, { style: 'percent', maximumFractionDigits: 1 })

/** The narrow space between thousands all but vanishes beside tabular figures. */
const figure = (value: number, options?: Intl.NumberFormatOptions) =>
  formatNumber(value, options).replaceAll('\u202F', '\u00A0')
