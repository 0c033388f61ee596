import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  no_files: 'Wählen Sie mindestens eine Datei.',
  over: 'Dieser Import ist abgeschlossen oder abgelaufen: Beginnen Sie erneut mit Ihren Dateien.',
  steps: 'Schritte des Imports',
  'step.files': 'Dateien',
  'step.check': 'Prüfung',
  'step.done': 'Import abgeschlossen',
  held: 'Laufende Importe',
  held_after: 'nach dem Hochladen',
  held_because:
    'Die Zeit zum Prüfen und Abschließen. Gesendete Dateien, die nichts mehr braucht, werden danach in der Nacht gelöscht.',
  held_personal: 'was die gesendeten Dateien über Personen sagen',
  'task.forget_expired': 'Vergessen abgebrochener Importe',
  list: 'Liste importieren',
  columns:
    'Die erste Zeile benennt die Spalten, in beliebiger Reihenfolge: {columns}.{count, plural, =0 {} other { Nötig: {needed}.}}',
  model: 'Eine Vorlage herunterladen (CSV)',
  model_name: 'vorlage',
  file: 'Liste',
  hint: 'Eine Excel-Mappe (ihr erstes Blatt) oder eine als CSV gespeicherte Liste; höchstens 5.000 Zeilen.',
  look: 'Liste prüfen',
  busy: '{count, plural, one {Eine Liste Ihrer Verwaltung wird} other {# Listen Ihrer Verwaltung werden}} schon gelesen oder geschrieben: Versuchen Sie es erneut, wenn eine davon fertig ist.',
  reading: 'Die Liste wird gelesen und geprüft',
  writing: 'Die Liste wird geschrieben',
  begins: 'beginnt…',
  may_leave:
    'Sie können diese Seite verlassen und zurückkommen: Die Arbeit geht weiter. Scheitert sie, werden Sie benachrichtigt.',
  not_read: 'Diese Liste wird noch gelesen.',
  reading_failed: 'Die Liste konnte nicht gelesen werden. Nichts ist geschrieben.',
  writing_failed: 'Die Liste konnte nicht geschrieben werden. Nichts davon ist geschrieben.',
  try_again: 'Erneut versuchen',
  other_file: 'Eine andere Datei wählen',
  another: 'Eine weitere Liste importieren',
  written:
    '{count, plural, =0 {Keine Zeile ist geschrieben.} one {# Zeile ist geschrieben.} other {# Zeilen sind geschrieben.}}',
  look_again: 'Das würde diese Liste jetzt bewirken.',
  changed: 'Seit der Prüfung hat sich etwas geändert: Nichts ist geschrieben.',
  counts:
    '{fresh, plural, =0 {Keine Zeile kann hinzugefügt werden} one {# Zeile wird hinzugefügt} other {# Zeilen werden hinzugefügt}}{known, plural, =0 {} one {; # meint, was es schon gibt} other {; # meinen, was es schon gibt}}{alike, plural, =0 {} one {; # ähnelt dem, was es gibt} other {; # ähneln dem, was es gibt}}{wrong, plural, =0 {} one {; # ist zu berichtigen} other {; # sind zu berichtigen}}. Noch ist nichts gespeichert.',
  unread:
    'Diese Spalten werden nicht gelesen, weil sie sich aus der Akte ergeben oder in keine Zelle passen: {columns}.',
  same: 'Die gefundenen Zeilen meinen dasselbe',
  same_help: 'Was es gibt, erhält, was die Liste sagt; was sie leer lässt, bleibt.',
  others: 'Trotz der Ähnlichkeit schreiben',
  others_help:
    '{shown, number} von {count, number}. Was Sie nicht ankreuzen, wird nicht geschrieben.',
  other: 'Zeile {number}: „{name}“ ist nicht „{words}“',
  all_others: 'Keine der {count} ist das, dem sie ähnelt: Alle schreiben',
  leave_out: 'Zeilen, die zu berichtigen sind, weglassen',
  write: '{count, plural, one {# Zeile schreiben} other {# Zeilen schreiben}}',
  write_chosen: 'Schreiben, was gewählt ist',
  wrong: 'Zu berichtigen: {shown, number} von {count, number}',
  known: 'Schon da: {shown, number} von {count, number}',
  alike: 'Ähneln sich: {shown, number} von {count, number}',
  preview: 'Was hinzugefügt wird: {shown, number} von {count, number}',
  row: 'Zeile',
  in_list: 'In der Liste',
  there: 'Schon da',
  column: 'Spalte',
  sentence: 'Was nicht stimmt',
  to_correct:
    '{count, plural, one {# Zeile ist} other {# Zeilen sind}} zu berichtigen: Kreuzen Sie dieses Kästchen (leave_out) an, um sie wegzulassen, oder wählen Sie eine berichtigte Liste.',
  to_confirm:
    '{count, plural, one {# Zeile meint} other {# Zeilen meinen}}, was es schon gibt: Bestätigen Sie, dass es dasselbe ist (same).',
  nothing: 'Keine Zeile würde geschrieben.',
  row_refused: 'Zeile {number} („{name}“): {sentence}',
  row_of: 'Zeile {row} der Liste: {name}',
  'task.read': 'Lesen einer Liste',
  'task.write': 'Schreiben einer Liste',
  left_alike: '{name} heißt wie {other}: Die Zeile wird nicht geschrieben (--others schreibt sie).',
  column_lacks: 'Die Spalte „{column}“ fehlt.',
  no_day: '„{text}“ ist kein Datum.',
  'file.empty': 'Diese Liste hat keine Zeile unter der ersten, die die Spalten benennt.',
  'file.too_many': 'Diese Liste hat mehr als {most, number} Zeilen: Teilen Sie sie auf.',
  'file.long_cell':
    'Zeile {row, number} hat eine Zelle mit mehr als {most, number} Zeichen: Kürzen Sie sie.',
  'file.too_large': 'Diese Datei ist größer als {megabytes} MB: Teilen Sie die Liste auf.',
  'file.broken':
    'Diese Datei ist keine CSV-Liste: Nahe Zeile {line, number} fehlt ein Anführungszeichen oder ist eines zu viel.',
  'file.encoding':
    'Diese Datei ist keine Liste in Textform: Speichern Sie sie als „CSV UTF-8“ oder als XLSX.',
  'file.unreadable':
    'Diese Mappe lässt sich nicht lesen: Speichern Sie sie neu als XLSX, ohne Passwort, oder als CSV.',
  'file.other_format':
    'Diese Mappe hat ein altes Format oder stammt aus einem anderen Programm: Speichern Sie sie als XLSX oder CSV.',
  'file.too_much':
    'Diese Datei ist zu groß: Behalten Sie ein Blatt und nur die nötigen Zeilen und Spalten.',
}
