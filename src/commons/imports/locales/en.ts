import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  no_files: 'Choose at least one file.',
  over: 'This import is over or has expired: start again with your files.',
  steps: 'Steps of the import',
  'step.files': 'Files',
  'step.check': 'Check',
  'step.done': 'Import done',
  held: 'Imports under way',
  held_after: 'after the upload',
  held_because:
    'The time to check and to finish. The files that were sent, where nothing needs them any more, are then erased by night.',
  held_personal: 'what the files that were sent say of persons',
  'task.forget_expired': 'Forgetting imports that were abandoned',
  list: 'Import a list',
  columns:
    'The first row names the columns, in any order: {columns}.{count, plural, =0 {} other { Needed: {needed}.}}',
  model: 'Download a model (CSV)',
  model_name: 'model',
  file: 'List',
  hint: 'An Excel workbook (its first sheet) or a list saved as CSV; 5,000 rows at most.',
  look: 'Check the list',
  busy: '{count, plural, one {One list of your authority is} other {# lists of your authority are}} being read or written already: try again when one of them is done.',
  reading: 'Reading and checking the list',
  writing: 'Writing the list',
  begins: 'begins…',
  may_leave:
    'You may leave this page and come back: the work goes on. Should it fail, you are told.',
  not_read: 'This list is still being read.',
  reading_failed: 'The list could not be read. Nothing is written.',
  writing_failed: 'The list could not be written. Nothing of it is written.',
  try_again: 'Try again',
  other_file: 'Choose another file',
  another: 'Import another list',
  written:
    '{count, plural, =0 {No row is written.} one {# row is written.} other {# rows are written.}}',
  look_again: 'This is what the list would do now.',
  changed: 'Something changed since it was checked: nothing is written.',
  counts:
    '{fresh, plural, =0 {No row can be added} one {# row will be added} other {# rows will be added}}{known, plural, =0 {} one {; # means what is there already} other {; # mean what is there already}}{alike, plural, =0 {} one {; # looks like what is there} other {; # look like what is there}}{wrong, plural, =0 {} one {; # is to be corrected} other {; # are to be corrected}}. Nothing is saved yet.',
  unread:
    'These columns are not read, as they follow from the dossier or do not fit in a cell: {columns}.',
  same: 'The rows that were found are the same',
  same_help: 'What is there takes what the list says; what it leaves empty stays.',
  others: 'Write although it looks alike',
  others_help: '{shown, number} of {count, number}. What you do not tick is not written.',
  other: 'Row {number}: “{name}” is not “{words}”',
  all_others: 'None of the {count} is what it looks like: write them all',
  leave_out: 'Leave out the rows to be corrected',
  write: '{count, plural, one {Write # row} other {Write # rows}}',
  write_chosen: 'Write what is chosen',
  wrong: 'To be corrected: {shown, number} of {count, number}',
  known: 'There already: {shown, number} of {count, number}',
  alike: 'Look alike: {shown, number} of {count, number}',
  preview: 'What will be added: {shown, number} of {count, number}',
  row: 'Row',
  in_list: 'In the list',
  there: 'There already',
  column: 'Column',
  sentence: 'What is wrong',
  to_correct:
    '{count, plural, one {# row is} other {# rows are}} to be corrected: tick this box (leave_out) to leave them out, or choose a list that is corrected.',
  to_confirm:
    '{count, plural, one {# row means} other {# rows mean}} what is there already: confirm that it is the same (same).',
  nothing: 'No row would be written.',
  row_refused: 'Row {number} (“{name}”): {sentence}',
  row_of: 'row {row} of the list: {name}',
  'task.read': 'Reading a list',
  'task.write': 'Writing a list',
  left_alike: '{name} is called like {other}: the row is not written (--others writes it).',
  column_lacks: 'The column “{column}” is missing.',
  no_day: '“{text}” is no date.',
  'file.empty': 'This list has no row below the first, which names the columns.',
  'file.too_many': 'This list has more than {most, number} rows: cut it into several.',
  'file.long_cell':
    'Row {row, number} has a cell of more than {most, number} characters: shorten it.',
  'file.too_large': 'This file is larger than {megabytes} MB: cut the list into several.',
  'file.broken':
    'This file is not a CSV list: a quotation mark is missing or one too many, near line {line, number}.',
  'file.encoding': 'This file is not a list in text: save it as “CSV UTF-8” or as XLSX.',
  'file.unreadable':
    'This workbook cannot be read: save it again as XLSX, without a password, or as CSV.',
  'file.other_format':
    'This workbook is of an old format or of another program: save it as XLSX or CSV.',
  'file.too_much':
    'This file is too large to be read: keep one sheet of it, the rows and columns that matter.',
}
