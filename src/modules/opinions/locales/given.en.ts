import type { givenFr } from './given.fr.ts'

export const givenEn: Record<keyof typeof givenFr, string> = {
  'given.title': 'Opinion of the financial director on legality',
  'given.article':
    'in accordance with Article L1124-40, § 1, of the Code of Local Democracy and Decentralisation',
  'given.asked':
    "Having regard to the opinion of the financial director ('{value}'), asked on '{asked}' and given on '{given}', {article};",
  'given.own':
    "Having regard to the opinion ('{value}') that the financial director gave unasked on '{given}', {article};",
  'given.late':
    "Whereas the opinion of the financial director, asked on '{asked}', was not given within the time prescribed, which ended on '{due}'; whereas it is passed over, {article};",
}
