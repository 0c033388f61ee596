import type { fr } from './fr.ts'

/** What an extract prints, in German. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  title_of_many: '{count} Punkte der Sitzung vom {day}',
  'extract.name': 'Gleichlautender Auszug',
  'print.heading':
    '{approved, select, true {Auszug aus dem Register der Beschlüsse} other {Auszug aus dem Protokoll}}',
  'print.reference': 'Nummer',
  'print.recipient': 'Ausgestellt für',
  'print.decisions': '{count, plural, one {Beschluss} other {Beschlüsse}}',
  'print.represented': 'Vollmachten',
  'print.point': 'Aktenzeichen: {reference}',
  'print.reserve': 'Vorbehaltlich der Genehmigung des Protokolls.',
  'print.formula': 'Für gleichlautenden Auszug, {at, select, none {} other {{place}, den }}{day},',
}
