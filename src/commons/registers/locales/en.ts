import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  edit: 'Edit',
  facts: 'At a glance',
  history: 'History',
  legal_time: 'Legal time',
  published: 'This version is public.',
  unpublished: 'This version is no longer public.',
  saved: 'Saved.',
  not_editable: 'In this state, this file is not yours to change.',
  asked: 'The document is being made: it will appear here.',
  'make.pdf': 'Make as PDF',
  'make.docx': 'Make as DOCX',
  'make.ods': 'Make as ODS',
  import: 'Import a list',
  import_columns: 'The first row names the columns, in any order: {columns}.',
  import_file: 'List (CSV or XLSX)',
  import_hint: 'An Excel workbook (its first sheet) or a list saved as CSV; 5,000 rows at most.',
  import_look: 'Check the list',
  import_unread:
    'These columns are not read, as they follow from the dossier or do not fit in a cell: {columns}.',
  import_counts:
    '{good, plural, =0 {No file can be written} one {# file will be written} other {# files will be written}}{bad, plural, =0 {.} one {; # row is to be corrected.} other {; # rows are to be corrected.}} Nothing is saved yet.',
  import_to_correct:
    '{count, plural, one {# row is to be corrected} other {# rows are to be corrected}}: correct the list, or leave them out (leave_out).',
  import_model: 'Download a model (CSV)',
  import_model_name: 'model',
  import_tick:
    '{count, plural, one {# row is} other {# rows are}} to be corrected: tick this box to leave them out, or choose a list that is corrected.',
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
