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
  'search.more': '{count, number} premiers résultats pour «\u00A0{q}\u00A0», il y en a d’autres',
  'search.narrow': 'Il y en a d’autres\u00A0: ajoutez un mot.',
  'search.count':
    '{count, plural, =0 {Aucun résultat} one {# résultat} other {# résultats}} pour «\u00A0{q}\u00A0»',
  'search.nothing':
    'Rien ne correspond à «\u00A0{q}\u00A0» parmi ce que vous pouvez lire. Essayez un autre mot.',
  'search.ask': 'Écrivez un mot, une référence ou le début d’un titre.',
  'public.description': 'Ce que publie {authority}.',
  'public.lead':
    'Ce que cette autorité publie\u00A0: chaque texte est une copie datée, que personne ne peut changer.',
  'public.nothing': 'Rien n’est encore publié ici.',
  'public.all': 'Tout voir',
  'public.sign_in': 'Se connecter',
  'public.agents': 'Agents et mandataires',
  'public.agents.lead': 'Vous travaillez pour cette autorité, ou vous y êtes élu·e\u00A0?',
} as const
