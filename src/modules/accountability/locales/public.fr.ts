/** In French, U+00A0 stands before : ; ? ! and inside « ». A list has a line for each of its points. */
export const publicFr = {
  'public.link': 'Plan stratégique',
  'public.about':
    '{number, plural, one {Ce que l’autorité veut faire, et où elle en est} other {Ce que l’autorité veut faire, et où elle en est ; version n° #}}',
  'public.none': 'Le plan stratégique n’est pas encore publié.',
  'public.description':
    '{title}\u00A0: les objectifs, où en sont les actions, les budgets et les indicateurs.',
  'public.published': 'Publié le {date}',
  'public.older':
    'Vous lisez une version plus ancienne de ce plan\u00A0: lisez plutôt la dernière.',
  'public.lead':
    '{body, select, commune {Ce plan dit ce que la commune veut} cpas {Ce plan dit ce que le CPAS veut} other {Ce plan dit ce que la commune et son CPAS veulent}} avoir réalisé à la fin de la législature, en {year}\u00A0: {strategic, plural, =0 {aucun objectif stratégique} one {# objectif stratégique} other {# objectifs stratégiques}}, {operational, plural, =0 {aucun objectif opérationnel} one {# objectif opérationnel} other {# objectifs opérationnels}} et {actions, plural, =0 {aucune action} one {# action} other {# actions}}, dont {done, plural, =0 {aucune n’est terminée} one {# est terminée} other {# sont terminées}}.',
  'public.progress': 'Avancement du plan',
  'public.standing': 'Où en sont les actions',
  'public.goals': 'Avancement par objectif de développement durable (ODD)',
  'public.serving':
    '{count, plural, =0 {rien dans ce plan} one {# objectif ou action, {done}} other {# objectifs et actions, {done}}}',
  'public.search': 'Chercher dans le plan',
  'public.matches':
    '{count, plural, =0 {Rien dans ce plan ne répond à cette recherche.} one {# objectif ou action répond à cette recherche\u00A0; ce qui l’entoure est montré aussi.} other {# objectifs et actions répondent à cette recherche\u00A0; ce qui les entoure est montré aussi.}}',
  'public.budget': 'Budget prévu par année et par source',
  'public.also': 'Contribue aussi à cet objectif\u00A0:',
  'public.until': 'Échéance\u00A0: {date}',
  'public.costs': 'Budget\u00A0: {amount}',
  'public.mandataries': '{count, plural, one {Mandataire} other {Mandataires}}\u00A0: {names}',
  'public.sdg': 'ODD\u00A0{goal}',
  'public.indicator': '{label}\u00A0: {value} {unit} (à atteindre\u00A0: {target})',
  'public.data': 'Données ouvertes',
  'public.csv': 'Tableau en données ouvertes (CSV)',
  'public.sheet': 'Tableau pour tableur (CSV, points-virgules)',
  'public.json': 'Données complètes (JSON)',
  'public.level': 'Niveau',
  'public.above': 'Contribue à',
  'public.done': 'Avancement (%)',
  'public.euros': 'Budget {year} (€)',
  'publication.tab': 'Publication',
  'publication.not_in_force':
    'Seul un plan en vigueur se publie\u00A0: mettez-le d’abord en vigueur.',
  'publication.leaves': 'Ce que tout le monde pourra lire',
  'publication.leaves_list': `Les volets, les objectifs, les actions et les sous-actions qui sont plus que créés, avec leur description (sans les passages masqués)
Leur état, leur avancement, leur échéance et les ODD qu’ils servent
Les budgets par année et par source, jusqu’aux actions\u00A0; les indicateurs et leur tendance
Le nom des mandataires`,
  'publication.stays': 'Ce qui reste à l’intérieur',
  'publication.stays_list': `Ce qui est seulement «\u00A0créé\u00A0», et ce qui est en dessous
Les commentaires, les observations, les remarques et les commentaires sur le budget
La santé des actions et sa raison\u00A0; pourquoi un avancement est noté à la main
Les services, les responsables administratifs, les porteurs et les autres personnes
Les tâches, les annexes et l’historique`,
  'publication.preview': 'Voir avant de publier',
  'publication.preview_help':
    'Voici la page telle qu’elle serait publiée maintenant. Revenir à la publication',
  'publication.done': 'La version n°\u00A0{number} du plan est publique.',
  'publication.undone': 'La version est retirée des pages publiques.',
} as const
