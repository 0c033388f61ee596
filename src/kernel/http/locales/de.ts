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
  'field.choose': 'Wählen Sie eine der vorgeschlagenen Antworten.',
  'field.wrong': 'Diese Angabe hat nicht die erwartete Form.',
  'field.json': 'Der Inhalt der Anfrage ist kein JSON.',
  too_large: 'Die Sendung ist größer als {megabytes, number}\u00A0MB.',
  foreign_form: 'Dieses Formular kommt von einer anderen Website: Es wurde nicht berücksichtigt.',
  sign_in_needed: 'Melden Sie sich an, um fortzufahren.',
}
