import type { fr } from './fr.ts'

/** What the register of a sitting prints, in German. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  title: 'Register der Beschlüsse',
  organ: 'Organ',
  day: 'Sitzung vom',
  count: 'Eintragungen',
  'kind.act': 'Beschluss',
  'kind.correction': 'Berichtigung',
  place: 'Eintragung {seq} der Kette, Prüfsumme {hash}',
  corrects: 'Berichtigung von: {title}',
  because: 'Grund: {reason}',
}
