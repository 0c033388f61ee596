export const fr = {
  trades: 'Métiers',
  'trades.none': 'Aucun métier de cette autorité ne s’appelle «\u00A0{q}\u00A0».',
  'trades.find': 'Nom du métier',
  'trades.look': 'Chercher',
  'trades.waiting':
    '{count, plural, =0 {Rien ne vous attend} one {# dossier vous attend} other {# dossiers vous attendent}}',
  together: 'Ensemble',
  home: 'Retour à l’accueil',
  styleguide: 'Guide de style',
  'search.title': 'Recherche',
  'search.count':
    '{count, plural, =0 {Aucun résultat} one {# résultat} other {# résultats}} pour «\u00A0{q}\u00A0»',
  'search.nothing':
    'Rien ne correspond à «\u00A0{q}\u00A0» parmi ce que vous pouvez lire. Essayez un autre mot.',
  'search.ask': 'Écrivez un mot, une référence ou le début d’un titre.',
} as const
