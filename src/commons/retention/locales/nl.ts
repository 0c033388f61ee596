import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Bewaring',
  lead: 'Wat uw bestuur hier bewaart, hoelang en waarom: de stof van uw register van verwerkingen (AVG, art. 30).',
  what: 'Wat',
  keep: 'Hoelang',
  because: 'Waarom',
  personal: 'Gegevens over personen',
  unverified: 'te controleren',
  always: 'onbeperkt',
  with_dossier: 'zolang als hun dossier',
  after: '{period} {what}',
  years: '{count, plural, other {# jaar}}',
  months: '{count, plural, one {# maand} other {# maanden}}',
  days: '{count, plural, one {# dag} other {# dagen}}',
}
