/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const publicFr = {
  'public.link': 'Plan stratégique',
  'public.none': 'Le plan stratégique n’est pas encore publié.',
  'public.description':
    '{title}\u00A0: les objectifs, où en sont les actions, les budgets et les indicateurs.',
  'public.published': 'Publié le {date}',
  'public.older': 'Vous lisez une version plus ancienne de ce plan.',
  'public.latest': 'Lire la dernière version',
  'public.lead':
    '{body, select, commune {Ce plan dit ce que la commune veut} cpas {Ce plan dit ce que le CPAS veut} other {Ce plan dit ce que la commune et son CPAS veulent}} avoir réalisé à la fin de la législature, en {year}, par quelles actions et avec quels moyens.',
  'public.counts':
    'Il compte {strategic, plural, =0 {aucun objectif stratégique} one {# objectif stratégique} other {# objectifs stratégiques}}, {operational, plural, =0 {aucun objectif opérationnel} one {# objectif opérationnel} other {# objectifs opérationnels}} et {actions, plural, =0 {aucune action} one {# action} other {# actions}}, dont {done, plural, =0 {aucune n’est terminée} one {# est terminée} other {# sont terminées}}.',
  'public.progress': 'Avancement du plan',
  'public.standing': 'Où en sont les actions',
  'public.reckoned':
    'L’avancement d’un objectif se calcule d’après ses actions, telles qu’elles étaient le jour de la publication.',
  'public.goals': 'Avancement par objectif de développement durable (ODD)',
  'public.serving':
    '{count, plural, =0 {rien dans ce plan} one {# objectif ou action, {done}} other {# objectifs et actions, {done}}}',
  'public.find': 'Ce qui parle de',
  'public.words': 'Mots à chercher dans le plan',
  'public.words_example': 'école, vélo…',
  'public.for_goal': 'et sert',
  'public.any_goal': 'n’importe quel ODD',
  'public.matches':
    '{count, plural, =0 {Rien dans ce plan ne répond à cette recherche.} one {# objectif ou action répond à cette recherche\u00A0; ce qui l’entoure est montré aussi.} other {# objectifs et actions répondent à cette recherche\u00A0; ce qui les entoure est montré aussi.}}',
  'public.budget': 'Budget prévu par année et par source',
  'public.also': 'Contribue aussi à cet objectif\u00A0:',
  'public.until': 'Échéance\u00A0: {date}',
  'public.costs': 'Budget\u00A0: {amount}',
  'public.mandataries': '{count, plural, one {Mandataire} other {Mandataires}}\u00A0: {names}',
  'public.sdg': 'ODD\u00A0{goal}',
  'public.indicator': '{label}\u00A0: {value} {unit}',
  'public.indicator_to': '{label}\u00A0: {value} {unit} (à atteindre\u00A0: {target})',
  'public.state.to_be_scheduled': 'À venir',
  'public.state.ongoing': 'En cours',
  'public.state.achieved': 'Atteint',
  'public.state.terminated': 'Terminée',
  'public.state.stopped': 'Arrêtée',
  'public.state.abandoned': '{kind, select, action {Abandonnée} other {Abandonné}}',
  'public.data': 'Données ouvertes',
  'public.data_help': 'Tout ce que montre cette page, pour un tableur ou pour un programme.',
  'public.csv': 'Tableau (CSV)',
  'public.json': 'Données complètes (JSON)',
  'public.csv.level': 'Niveau',
  'public.csv.above': 'Contribue à',
  'public.csv.progress': 'Avancement (%)',
  'public.csv.budget': 'Budget {year} (€)',
  'public.others': 'Autres plans publiés',
  'publication.tab': 'Publication',
  'publication.not_in_force':
    'Seul un plan en vigueur se publie\u00A0: mettez-le d’abord en vigueur.',
  'publication.leaves': 'Ce que tout le monde pourra lire',
  'publication.objectives':
    'Les volets, les objectifs, les actions et les sous-actions qui sont plus que créés, avec leur description (sans les passages masqués)',
  'publication.standing': 'Leur état, leur avancement, leur échéance et les ODD qu’ils servent',
  'publication.figures':
    'Les budgets par année et par source, jusqu’aux actions\u00A0; les indicateurs et leur tendance',
  'publication.mandataries': 'Le nom des mandataires',
  'publication.stays': 'Ce qui reste à l’intérieur',
  'publication.created': 'Ce qui est seulement «\u00A0créé\u00A0», et ce qui est en dessous',
  'publication.texts':
    'Les commentaires, les observations, les remarques et les commentaires sur le budget',
  'publication.health':
    'La santé des actions et sa raison\u00A0; pourquoi un avancement est noté à la main',
  'publication.people':
    'Les services, les responsables administratifs, les porteurs et les autres personnes',
  'publication.tasks': 'Les tâches, les annexes et l’historique',
  'publication.preview': 'Voir avant de publier',
  'publication.preview_help': 'Voici la page telle qu’elle serait publiée maintenant.',
  'publication.back': 'Revenir à la publication',
  'publication.withdrawn': 'Versions retirées',
  'publication.done': 'La version n°\u00A0{number} du plan est publique.',
  'publication.undone': 'La version est retirée des pages publiques.',
} as const
