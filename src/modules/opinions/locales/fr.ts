/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  financial_director: 'direction financière',
  'financial_director.sees': 'le directeur financier',
  'financial_director.does': 'le directeur financier',
  points: 'Points des délibérations',
  above_threshold: 'l’incidence financière dépasse le seuil de la loi (L1124-40)',
  finance_delay: 'Avis du directeur financier (L1124-40)',
  'applies.normal': 'l’échéance de l’avis du directeur financier sur un point',
  'applies.urgent': 'l’échéance de cet avis en urgence',
  'applies.extended': 'l’échéance de cet avis prolongé',
  'applies.threshold': 'le montant à partir duquel un point attend cet avis',
} as const
