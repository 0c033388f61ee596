import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Ansichten',
  shown: 'Ansicht: {view}',
  unsaved: 'nicht gespeichert',
  save: 'Diese Ansicht speichern',
  name: 'Name der Ansicht',
  share: 'Mit Kolleginnen und Kollegen teilen',
  share_help: 'Sie werden die Ansicht sehen; jeder sieht darin nur, worauf er Zugriff hat.',
  keep: 'Speichern',
  saved: 'Die Ansicht „{name}“ ist gespeichert.',
  taken: 'Sie haben für diese Liste schon eine Ansicht „{name}“.',
  not_understood:
    'Diese Liste versteht diese Bedingungen nicht: Die Ansicht wurde nicht gespeichert.',
  too_many: 'Sie haben bereits {most, number} Ansichten dieser Liste: Löschen Sie zuerst eine.',
  lapsed: '{name} (gilt nicht mehr)',
  lapsed_why:
    'Diese Ansicht gilt nicht mehr: Die Liste versteht eine ihrer Bedingungen nicht mehr und zeigt alles.',
  remove: 'Diese Ansicht löschen',
  remove_sure: 'Die Ansicht „{name}“ löschen?',
  removed: 'Die Ansicht „{name}“ ist gelöscht.',
  columns: '{count, number} {count, plural, one {Spalte} other {Spalten}} von {all, number}',
  'columns.shown': 'Angezeigt, in dieser Reihenfolge',
  'columns.others': 'Weitere',
  'columns.keep': 'Anwenden',
  'columns.yours': 'Die Reihenfolge gilt nur für Sie, je Ansicht.',
  'columns.up': '„{label}“ nach vorn',
  'columns.down': '„{label}“ nach hinten',
  'permission.keep': 'Eigene Ansichten speichern',
  erased: '{count, plural, one {# gespeicherte Ansicht} other {# gespeicherte Ansichten}}',
}
