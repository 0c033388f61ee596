import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'task.scan': 'Virenprüfung der Anlagen',
  not_as_named:
    'Der Inhalt ist nicht, was der Name sagt: {names}. Öffnen Sie die Datei, speichern Sie sie im richtigen Format und wählen Sie sie dann.',
  program: 'Das ist ein Programm, das keiner Akte beigefügt wird: {names}.',
  quarantined:
    'In dieser Anlage wurde ein Virus gefunden: Sie wird niemandem mehr ausgehändigt. Nehmen Sie sie aus der Akte.',
  not_examined:
    'Der Virenscanner hat diese Anlage noch nicht untersucht: Versuchen Sie es gleich noch einmal.',
  'task.read': 'Einlesen der Anlagen für die Suche',
  unreadable: 'Nur über den Titel zu finden: Der Text war nicht lesbar.',
  title: 'Anlagen',
  add: 'Dateien hinzufügen',
  added: '{count, plural, one {Die Datei ist hinzugefügt.} other {# Dateien sind hinzugefügt.}}',
  added_some:
    '{count, plural, one {Eine Datei ist hinzugefügt.} other {# Dateien sind hinzugefügt.}} Nicht hinzugefügt, weil leer: {names}.',
  none_chosen: 'Es wurde keine Datei gewählt.',
  empty: 'Diese Datei ist leer: {names}. Wählen Sie eine andere oder speichern Sie sie neu.',
  removed: 'Die Anlage ist entfernt.',
  remove: 'Entfernen',
  help: 'PDF, Bilder, Dokumente.',
  unnamed: 'Datei ohne Namen',
  none: 'Keine Anlage.',
  not_editable: 'In diesem Status können Sie die Anlagen nicht ändern.',
  held_because:
    'Sie sind Teil der Akte; eine zurückgezogene Anlage wird nicht mehr gezeigt, ihre Datei nach einer Frist gelöscht.',
  held_personal: 'was ihre Dateien über Personen sagen',
  withdrawn: 'Dateien zurückgezogener Anlagen',
  withdrawn_after: 'nach der Rücknahme',
  withdrawn_because:
    'Eine versehentliche Rücknahme lässt sich beheben; die Tatsache bleibt im Verlauf.',
  'permission.download': 'Anlagen der sichtbaren Akten herunterladen',
}
