import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  edit: 'Edit',
  facts: 'At a glance',
  history: 'History',
  saved: 'Saved.',
  not_editable: 'In this state, this file is not yours to change.',
  asked: 'The document is being made: it will appear here.',
  'make.pdf': 'Make as PDF',
  'make.docx': 'Make as DOCX',
  'make.ods': 'Make as ODS',
  import: 'Import a list',
  import_columns: 'The first row names the columns, in any order: {columns}.',
  import_file: 'List (CSV)',
  import_hint: 'Saved from a spreadsheet as CSV; 5,000 rows and 10 MB at most.',
  import_look: 'Check the list',
  import_counts:
    '{good, plural, =0 {No file can be written} one {# file will be written} other {# files will be written}}{bad, plural, =0 {.} one {; # row is to be corrected.} other {; # rows are to be corrected.}} Nothing is saved yet.',
  import_leave_out: 'Leave out the rows to be corrected',
  import_write: '{count, plural, one {Write # file} other {Write # files}}',
  import_again: 'Choose another file',
  import_preview: 'What will be written: {shown, number} of {count, number}',
  import_wrong: 'To be corrected: {shown, number} of {count, number}',
  import_row: 'Row',
  import_column: 'Column',
  import_sentence: 'What is wrong',
  import_done: '{count, plural, one {# file is written.} other {# files are written.}}',
}
