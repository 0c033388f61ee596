import type { givenFr } from './given.fr.ts'

/** In German what the opinion says stands in brackets: an adjective before the noun would have to be declined. */
export const givenDe: Record<keyof typeof givenFr, string> = {
  'given.title': 'Stellungnahme des Finanzdirektors zur Gesetzmäßigkeit',
  'given.article':
    'gemäß Artikel L1124-40 § 1 des Kodex der lokalen Demokratie und der Dezentralisierung',
  'given.asked':
    "Aufgrund der am '{asked}' angefragten und am '{given}' abgegebenen Stellungnahme des Finanzdirektors ('{value}'), {article};",
  'given.own':
    "Aufgrund der Stellungnahme des Finanzdirektors ('{value}'), die er am '{given}' aus eigener Initiative abgegeben hat, {article};",
  'given.late':
    "In der Erwägung, dass die am '{asked}' angefragte Stellungnahme des Finanzdirektors nicht innerhalb der vorgeschriebenen Frist, die am '{due}' endete, abgegeben worden ist; dass ohne sie entschieden wird, {article};",
}
