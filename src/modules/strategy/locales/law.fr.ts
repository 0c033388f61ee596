/** The law of strategic plans: what is ruled, from what act, and what the code does by it. */
export const lawFr = {
  'law.presentation': 'Présentation du plan au conseil',
  'law.adoption': 'Adoption du plan par le conseil de l’action sociale',
  'law.deed.designation': 'de la désignation des échevins',
  'law.deed.installation': 'de l’installation du conseil de l’action sociale',
  'applies.presentation': 'échéance du plan',
} as const
