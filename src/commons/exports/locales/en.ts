import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  take: 'Export',
  sheet: 'List',
  'format.csv': 'CSV, semicolons',
  'format.xlsx': 'Excel workbook (XLSX)',
  'format.ods': 'LibreOffice workbook (ODS)',
  busy: 'Too many files are being made at the moment. Try again in a minute, or take the list as CSV.',
  too_slow: 'This file takes too long. Add a condition to the list, or take it as CSV.',
  too_many:
    'More than {most, number} rows do not fit in one file. Add a condition to the list, then export it again.',
}
