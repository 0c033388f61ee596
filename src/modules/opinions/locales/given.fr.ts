/** The opinion that a municipality starts with, and what its acts say of it; between apostrophes stands what advices put in. */
export const givenFr = {
  'given.title': 'Avis de légalité du directeur financier',
  'given.article':
    'conformément à l’article L1124-40, § 1er, du Code de la démocratie locale et de la décentralisation',
  'given.asked':
    "Vu l’avis '{value}' du directeur financier, demandé le '{asked}' et rendu le '{given}', {article}\u00A0;",
  'given.own':
    "Vu l’avis '{value}' rendu d’initiative par le directeur financier le '{given}', {article}\u00A0;",
  'given.late':
    "Attendu que l’avis du directeur financier, demandé le '{asked}', n’a pas été rendu dans le délai prescrit, qui a pris fin le '{due}'\u00A0; qu’il est passé outre, {article}\u00A0;",
} as const
