// A report as it crosses to the process that makes its file: plain data, words already in their
// language. Node runs the files of that process as they are, hence types alone may come by a `#`.
import type { Language } from '#kernel/i18n'
import type { Block } from '#kernel/richtext'
import type { ColumnKind, ReportFact } from './report.ts'

export interface PrintedCell {
  /** What its value is, whatever its column says: a word in a column of money is text. */
  kind: ColumnKind
  /** As a reader sees it. */
  text: string
  /** As a spreadsheet reckons with it: euros, shares of 1, dates as `2026-06-25`. */
  value: string | number
}

export interface PrintedTable {
  kind: 'table'
  caption: string
  /** The share of the width, of all of them together 1. */
  columns: { header: string; kind: ColumnKind; share: number }[]
  rows: PrintedCell[][]
  total: PrintedCell[] | null
}

export type PrintedBlock =
  | { kind: 'heading'; level: number; number: string | null; text: string }
  | { kind: 'paragraph'; text: string; soft: boolean }
  | { kind: 'rich'; blocks: Block[] }
  | { kind: 'facts'; facts: ReportFact[] }
  | PrintedTable
  | { kind: 'progress'; label: string; share: number; text: string }

export interface PrintedReport {
  title: string
  subtitle: string
  facts: ReportFact[]
  landscape: boolean
  head: string
  foot: string
  blocks: PrintedBlock[]
}

/** A report on the paper of its authority, for a word processor or a spreadsheet. */
export interface OfficeInput extends PrintedReport {
  language: Language
  authority: string
  address: string[]
  /** `#rrggbb` */
  accent: string
  labels: {
    /** « Page {page} de {pages} » */
    page: string
    /** « Établi le jeudi 25 juin 2026, 20 h 04 » */
    made: string
    /** The name of the first sheet: « Rapport ». */
    sheet: string
  }
  /** ISO 8601 */
  madeAt: string
}

/** A picture of a text, as it is kept. */
export interface PrintedPicture {
  bytes: Uint8Array
  /** In pixels. */
  width: number
  height: number
  isPhoto: boolean
}

/** By hash. One that is missing is told in words. */
export type Pictures = ReadonlyMap<string, PrintedPicture>

/** Whether what the column holds is read as figures, to the right. */
export const isFigure = (kind: ColumnKind) => kind !== 'text'
