import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  edit: 'Bearbeiten',
  facts: 'Auf einen Blick',
  history: 'Verlauf',
  legal_time: 'Gesetzliche Frist',
  published: 'Diese Fassung ist öffentlich.',
  unpublished: 'Diese Fassung ist nicht mehr öffentlich.',
  saved: 'Gespeichert.',
  not_editable: 'In diesem Zustand können Sie diese Akte nicht ändern.',
  asked: 'Das Dokument wird erstellt: Es erscheint hier.',
  'make.pdf': 'Als PDF erstellen',
  'make.docx': 'Als DOCX erstellen',
  'make.ods': 'Als ODS erstellen',
  import: 'Liste importieren',
  import_columns: 'Die erste Zeile benennt die Spalten, in beliebiger Reihenfolge: {columns}.',
  import_file: 'Liste (CSV oder XLSX)',
  import_hint:
    'Eine Excel-Mappe (ihr erstes Blatt) oder eine als CSV gespeicherte Liste; höchstens 5000 Zeilen.',
  import_look: 'Liste prüfen',
  import_unread:
    'Diese Spalten werden nicht gelesen, weil sie sich aus dem Vorgang ergeben oder in keine Zelle passen: {columns}.',
  import_counts:
    '{good, plural, =0 {Keine Akte kann angelegt werden} one {# Akte wird angelegt} other {# Akten werden angelegt}}{bad, plural, =0 {.} one {; # Zeile ist zu berichtigen.} other {; # Zeilen sind zu berichtigen.}} Noch ist nichts gespeichert.',
  import_to_correct:
    '{count, plural, one {# Zeile ist zu berichtigen} other {# Zeilen sind zu berichtigen}}: Berichtigen Sie die Liste, oder lassen Sie sie weg (leave_out).',
  import_model: 'Eine Vorlage herunterladen (CSV)',
  import_model_name: 'vorlage',
  import_tick:
    '{count, plural, one {# Zeile ist} other {# Zeilen sind}} zu berichtigen: Kreuzen Sie dieses Kästchen an, um sie wegzulassen, oder wählen Sie eine berichtigte Liste.',
  import_leave_out: 'Zeilen, die zu berichtigen sind, weglassen',
  import_write: '{count, plural, one {# Akte anlegen} other {# Akten anlegen}}',
  import_again: 'Eine andere Datei wählen',
  import_preview: 'Was angelegt wird: {shown, number} von {count, number}',
  import_wrong: 'Zu berichtigen: {shown, number} von {count, number}',
  import_row: 'Zeile',
  import_column: 'Spalte',
  import_sentence: 'Was nicht stimmt',
  import_done: '{count, plural, one {# Akte ist angelegt.} other {# Akten sind angelegt.}}',
}
