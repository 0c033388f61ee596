import type { Module } from '#kernel/module'
import './locales/index.ts'

export { bench } from './bench.ts'
export { csvOf, openCsvOf, unguarded } from './csv.ts'
export { asFile, exportAnswer, ExportMenu, exportFormats, mostExported } from './export.tsx'
export type { ExportColumn } from './sheet.ts'

/** Lists as files for spreadsheets: CSV, XLSX, ODS. */
export const exports: Module = { name: 'exports', floor: 'commons', nature: 'always', needs: [] }
