export const fr = {
  trades: 'Métiers',
  'trades.none': 'Aucun métier de cette autorité ne s’appelle «\u00A0{q}\u00A0».',
  'trades.find': 'Nom du métier',
  'trades.look': 'Chercher',
  'trades.waiting':
    '{count, plural, =0 {Rien ne vous attend} one {# dossier vous attend} other {# dossiers vous attendent}}',
  somebody: 'Quelqu’un d’autre',
  overtaken:
    '{name} a enregistré autre chose entre-temps. Vos réponses sont gardées ci-dessous\u00A0; comparez-les avec ce qui est enregistré, puis enregistrez à nouveau.',
  together: 'Ensemble',
  administration: 'Administrer',
  home: 'Retour à l’accueil',
  styleguide: 'Guide de style',
  'search.title': 'Recherche',
  'search.more': 'Plus de {count, number} résultats pour «\u00A0{q}\u00A0»',
  'search.narrow':
    'Les plus proches s’arrêtent ici\u00A0: triez par date pour tout voir, ou ajoutez un mot.',
  'search.again': 'Chercher',
  'search.for': 'Chercher',
  'search.words': 'Mots cherchés',
  'search.in': 'dans',
  'search.place': 'Où chercher',
  'search.everywhere': 'tous les métiers',
  'search.since': 'modifié du',
  'search.since.label': 'Modifié depuis le',
  'search.until': 'au',
  'search.until.label': 'Modifié jusqu’au',
  'search.sorted': 'trié par',
  'search.wrong_place':
    '«\u00A0{value}\u00A0» n’est ni un métier ni une sorte de dossiers\u00A0: rien ne peut y être trouvé.',
  'search.wrong_order': '«\u00A0{value}\u00A0» n’est pas compris, et n’est pas pris en compte.',
  'search.order': 'Ordre des résultats',
  'search.best': 'pertinence',
  'search.latest': 'date',
  'search.kind': '{trade}\u00A0: {kind}',
  'search.in_part': 'Dans l’annexe',
  'search.parts': '{count, plural, one {et une autre annexe} other {et # autres annexes}}',
  'search.count':
    '{count, plural, =0 {Aucun résultat} one {# résultat} other {# résultats}} pour «\u00A0{q}\u00A0»',
  'search.instead': 'Rien ne correspond à «\u00A0{q}\u00A0». Voici ce qui correspond à\u00A0:',
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
  'pasted.left': 'Laissé de côté\u00A0: {what}.',
  'pasted.deleted':
    '{count, plural, one {# passage supprimé (suivi des modifications)} other {# passages supprimés (suivi des modifications)}}',
  'pasted.comment': '{count, plural, one {# commentaire} other {# commentaires}}',
  'pasted.hidden': '{count, plural, one {# passage masqué} other {# passages masqués}}',
  'pasted.img':
    '{count, plural, one {# image d’un autre site ou d’un fichier, à ajouter par le bouton Image} other {# images d’un autre site ou d’un fichier, à ajouter par le bouton Image}}',
  'pasted.link':
    '{count, plural, one {# lien dont l’adresse n’est ni http, ni https, ni mailto, ou qui entoure plus que des mots} other {# liens dont l’adresse n’est ni http, ni https, ni mailto, ou qui entourent plus que des mots}}',
  'pasted.embedded':
    '{count, plural, one {# contenu incorporé (dessin, vidéo, autre page)} other {# contenus incorporés (dessins, vidéos, autres pages)}}',
  'pasted.number':
    '{count, plural, one {# numéro de liste qui n’est pas entre 0 et 9999} other {# numéros de liste qui ne sont pas entre 0 et 9999}}',
  'pasted.span':
    '{count, plural, one {# cellule de plus de 100 colonnes} other {# cellules de plus de 100 colonnes}}',
  'pasted.nesting':
    '{count, plural, one {# liste, citation ou tableau à plus de {deepest, number} niveaux de profondeur} other {# listes, citations ou tableaux à plus de {deepest, number} niveaux de profondeur}}',
  'pasted.too_much': 'Ce texte est trop lourd pour être repris.',
  'status.title': 'État du service',
  'status.works': 'Le service fonctionne.',
  'status.incident': 'Quelque chose ne va pas\u00A0; nous y travaillons.',
  'status.slowed': 'Le service fonctionne, mais répond lentement.',
  'status.late': 'Le service fonctionne, mais tout ne suit pas.',
  'status.ails.database': 'La base de données répond lentement.',
  'status.ails.jobs': 'Les travaux en arrière-plan (documents, avis) tardent.',
  'status.ails.mail':
    'Le courrier électronique ne part pas pour l’instant\u00A0; rien n’est perdu.',
  'status.ails.files': 'Les fichiers ne peuvent être ni lus ni déposés pour l’instant.',
  'status.read_only': 'Tout peut être lu, rien ne peut être changé pour l’instant.',
  'status.suspended':
    'L’accès des agents est suspendu\u00A0; les pages publiques restent ouvertes.',
  'status.maintenance': 'Le service est fermé pour maintenance.',
  'status.since': 'Depuis le {at}.',
  'status.until': 'Fin prévue le {at}.',
  'status.incidents': 'Derniers incidents',
  'status.none': 'Aucun incident ces 90 derniers jours.',
  'status.goes_on': 'en cours',
  'status.banner':
    'Lecture seule\u00A0: rien ne peut être changé pour l’instant{until, select, known { (jusqu’au {at})} other {}}. {words}',
} as const
