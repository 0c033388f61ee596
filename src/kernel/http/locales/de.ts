import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  'field.required': 'Diese Angabe ist nötig.',
  'field.too_long': 'Höchstens {most, number} Zeichen.',
  'field.at_least': 'Mindestens {least, number}.',
  'field.at_most': 'Höchstens {most, number}.',
  'field.date': 'Geben Sie ein bestehendes Datum an, zum Beispiel 25.06.2026.',
  'field.number': 'Geben Sie eine Zahl an, zum Beispiel 1250,50.',
  'field.twofold':
    'Dieser Betrag lässt sich auf zwei Arten lesen: Schreiben Sie 12\u00A0345 für Tausender, 12,35 für Cent.',
  'field.whole': 'Geben Sie eine ganze Zahl in Ziffern an, zum Beispiel 12.',
  'field.no_such_hour':
    'Diese Uhrzeit gibt es nicht: In dieser Nacht werden die Uhren eine Stunde vorgestellt.',
  'field.character':
    'Ein Zeichen kann nicht gespeichert werden: Löschen Sie unsichtbare Zeichen oder tippen Sie den Text neu.',
  'field.empty_file': 'Eine der Dateien ist leer: Wählen Sie sie erneut.',
  'field.choose': 'Wählen Sie eine der vorgeschlagenen Antworten.',
  'field.wrong': 'Diese Angabe hat nicht die erwartete Form.',
  'field.json': 'Der Inhalt der Anfrage ist kein JSON.',
  too_large: 'Die Sendung ist größer als {megabytes, number}\u00A0MB.',
  foreign_form: 'Dieses Formular kommt von einer anderen Website: Es wurde nicht berücksichtigt.',
  overtaken:
    'Jemand hat soeben dasselbe geschrieben: Sehen Sie nach, was da ist, und versuchen Sie es erneut.',
  sign_in_needed: 'Melden Sie sich an, um fortzufahren.',
}
