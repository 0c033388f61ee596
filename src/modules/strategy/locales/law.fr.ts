/** The law of strategic plans: what is ruled, from what act, and what the code does by it. */
export const lawFr = {
  'law.presentation': 'Présentation du plan au conseil',
  'law.midterm_evaluation': 'Évaluation du plan à mi-législature',
  'law.final_evaluation': 'Évaluation du plan en fin de législature',
  'law.deed.designation': 'de la désignation des échevins',
  'applies.presentation': 'échéance du plan',
} as const
