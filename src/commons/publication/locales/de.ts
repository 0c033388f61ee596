import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Veröffentlichung',
  masked: 'geschwärzt',
  none: 'Nichts von dieser Akte ist öffentlich.',
  version: 'Version',
  number: 'Nr.\u00A0{number}',
  since: 'Veröffentlicht am',
  hash: 'SHA-256-Prüfsumme',
  see: 'Öffentliche Seite ansehen',
  publish: 'Veröffentlichen',
  publish_again: 'Erneut veröffentlichen',
  confirm: 'Jeder wird diese Akte in ihrem jetzigen Stand lesen können. Veröffentlichen?',
  withdraw: 'Version Nr.\u00A0{number} zurückziehen',
  reason: 'Grund der Zurückziehung',
  reason_help: 'Er bleibt im Verlauf der Akte und wird nicht veröffentlicht.',
  slug_taken:
    'Eine andere Akte ist bereits unter der Adresse „{slug}“ veröffentlicht: Ändern Sie den Titel.',
  'proof.title': 'Nachweis der Veröffentlichung',
  'proof.data': 'Diese Version, für ein Programm (JSON)',
  'proof.later': 'Es gibt eine neuere Version: Nr.\u00A0{number}',
}
