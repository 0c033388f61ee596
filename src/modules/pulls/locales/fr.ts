/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  title: 'Reprise depuis iA.Délib',
  lead: 'Les séances et les points publics préparés dans iA.Délib (PloneMeeting) sont repris ici comme brouillons. Rien ne devient public sans vous.',
  sources: 'Sources de séances',
  'permission.keep': 'Régler et faire la reprise des séances d’une source',
  'task.pull_meeting': 'Reprendre une séance d’iA.Délib',
  'task.look': 'Chercher les séances d’iA.Délib à reprendre',
  'task.tick': 'Lancer les reprises dont l’heure est venue',
  'task.fetch': 'Reprendre une séance préparée dans iA.Délib',
  'task.fetch.steps':
    'Ouvrez la source, puis «\u00A0Reprise depuis iA.Délib\u00A0»\u00A0: réglez-la une fois. «\u00A0Voir les séances\u00A0» montre celles d’iA.Délib\u00A0; ouvrez-en une pour voir ce qui serait ajouté, modifié ou disparu, cochez des points ou prenez tout. Ce qui est repris attend comme brouillon.',

  settings: 'Réglages',
  keep: 'Enregistrer les réglages',
  kept: 'Les réglages sont enregistrés.',
  server: 'Le serveur',
  server_help:
    'Le compte ne doit rien pouvoir modifier là-bas\u00A0: demandez à votre fournisseur un accès en lecture aux points publics.',
  url: 'Adresse du site iA.Délib',
  url_help: 'Par exemple «\u00A0https://delib.commune.be\u00A0».',
  url_wrong:
    'Donnez l’adresse du site, avec «\u00A0https://\u00A0», sans question ni nom d’utilisateur.',
  username: 'Nom d’utilisateur',
  username_help: 'Du compte de lecture, là-bas.',
  password: 'Mot de passe',
  password_kept: 'Il est gardé chiffré. Laissez vide pour garder celui qui est là.',
  password_needed: 'Donnez le mot de passe du compte de lecture.',
  password_anew:
    'L’adresse mène à un autre serveur\u00A0: donnez le mot de passe qui vaut pour lui.',
  config_id: 'Identifiant de la configuration',
  config_id_help:
    'L’organe, comme iA.Délib l’appelle\u00A0: «\u00A0meeting-config-council\u00A0» pour le conseil, «\u00A0meeting-config-college\u00A0» pour le collège.',
  what: 'Ce qui est repris',
  what_help:
    'Seuls les points publics, et leurs annexes déclarées publiables, sont demandés. Une réponse qui en contient d’autres est refusée en entier.',
  states: 'Séances dans l’état',
  states_help: 'Là-bas, au moment de la reprise.',
  states_needed: 'Cochez au moins un état.',
  'state.created': 'En création',
  'state.frozen': 'Gelée',
  'state.published': 'Publiée',
  'state.decided': 'Décidée',
  'state.decisions_published': 'Décisions publiées',
  'state.closed': 'Clôturée',
  category_field: 'Matière des points',
  category_field_help:
    'Le champ par lequel iA.Délib classe les points. Après l’avoir changé, forcez la reprise d’une séance pour reclasser ses points.',
  'category_field.category': 'La catégorie',
  'category_field.classifier': 'Le classificateur',
  texts: 'Texte des points',
  texts_help:
    'Celui qu’iA.Délib prépare pour le public\u00A0: les mots qui y sont masqués n’en sortent pas.',
  'texts.public_deliberation': 'La délibération publique',
  'texts.public_deliberation_decided': 'La délibération publique, une fois décidée',
  mapped_subjects_only: 'Seulement les matières qui ont une correspondance ici',
  mapped_subjects_only_help: 'Les autres points sont laissés là-bas, et l’aperçu les nomme.',
  mapped_people_only: 'Seulement les points d’un mandataire qui a une correspondance ici',
  mapped_people_only_help:
    'Sans cela, un mandataire sans correspondance n’est pas montré, et son point est repris.',
  when: 'Quand',
  every: 'Reprise automatique',
  every_help:
    'Elle ne reprend que des brouillons. Si elle échoue, les gestionnaires des sources en sont avertis.',
  'every.never': 'Jamais\u00A0: à la main seulement',
  'every.day': 'Chaque jour',
  'every.hour': 'Chaque heure',
  days_back: 'Séances des derniers jours',
  days_back_help:
    'La reprise automatique relit les séances à venir et celles d’il y a au plus ce nombre de jours.',

  standing: 'État de la reprise',
  failing: 'La reprise automatique échoue',
  last_at: 'Dernière reprise réussie',
  not_yet: 'Pas encore',
  next_at: 'Prochaine reprise',
  by_hand: 'À la main',
  end: 'Ne plus reprendre',
  end_help: 'Les réglages et le mot de passe sont effacés. Ce qui a été repris reste.',
  end_it: 'Effacer les réglages',
  end_sure: 'Effacer les réglages de la reprise de «\u00A0{title}\u00A0»\u00A0?',
  dropped: 'Les réglages sont effacés. Ce qui a été repris reste.',
  'beside.none': 'Les séances de cette source ne sont pas reprises d’iA.Délib.',
  'beside.not_yet': 'Réglée, pas encore faite.',
  'beside.last': 'Dernière reprise réussie\u00A0: {when}.',
  'beside.open': 'Ouvrir la reprise',
  'beside.begin': 'Régler la reprise',

  lists: 'Matières et mandataires',
  lists_help:
    'Relit les listes d’iA.Délib, pour dire à quoi chaque matière et chaque mandataire correspond ici. Ce qui est dit reste.',
  'lists.read': 'Relire les listes',
  'lists.done':
    'Les listes sont relues\u00A0: {subjects, plural, =0 {aucune matière} one {# matière} other {# matières}} et {people, plural, =0 {aucun mandataire} one {# mandataire} other {# mandataires}} ont une correspondance.',

  meetings: 'Séances dans iA.Délib',
  'meetings.see': 'Voir les séances',
  'meetings.lead': 'Ouvrez une séance pour voir ce que sa reprise changerait.',
  'meetings.none': 'Aucune séance dans les états choisis.',
  'meetings.shown': '{from, number} à {until, number} de {total, number}',
  meeting: 'Séance',
  'meeting.starts_at': 'Date',
  'meeting.state': 'État là-bas',
  'meeting.fetched': 'Reprise le',

  preview: 'Aperçu de la reprise',
  'preview.counts':
    '{added, plural, =0 {aucun ajouté} one {# ajouté} other {# ajoutés}}, {modified, plural, =0 {aucun modifié} one {# modifié} other {# modifiés}}, {unchanged, plural, =0 {aucun inchangé} one {# inchangé} other {# inchangés}}, {removed, plural, =0 {aucun disparu} one {# disparu} other {# disparus}}',
  'preview.removed_help':
    'Un point disparu ne figure plus dans la séance là-bas, ou n’y est plus public. Le prendre le marque comme disparu\u00A0; s’il est public, il le reste jusqu’à ce que quelqu’un le retire.',
  'preview.points': 'Points de la séance',
  'preview.choose': 'Choisir «\u00A0{title}\u00A0»',
  'preview.number': 'N°',
  'preview.point': 'Point',
  'preview.what': 'Reprise',
  'preview.annexes': 'Annexes',
  'what.added': 'ajouté',
  'what.modified': 'modifié',
  'what.unchanged': 'inchangé',
  'what.removed': 'disparu',
  'what.older': 'plus ancien que le nôtre',
  'annexes.added': '{count, plural, one {# ajoutée} other {# ajoutées}}',
  'annexes.modified': '{count, plural, one {# modifiée} other {# modifiées}}',
  'annexes.unchanged': '{count, plural, one {# inchangée} other {# inchangées}}',
  'annexes.removed': '{count, plural, one {# disparue} other {# disparues}}',
  force: 'Forcer la reprise',
  force_help: 'Reprend aussi les points inchangés, et ceux qui sont plus anciens que les nôtres.',
  take_all: 'Reprendre toute la séance',
  take_chosen: 'Reprendre les points cochés',
  none_chosen: 'Cochez au moins un point, ou reprenez toute la séance.',
  unmapped: 'Sans correspondance ici',
  'unmapped.counts':
    '{organs, plural, =0 {} one {L’organe n’a pas de correspondance\u00A0: la séance ne peut pas être publiée. } other {# organes n’ont pas de correspondance. }}{subjects, plural, =0 {} one {# matière n’en a pas\u00A0: ses points viennent sans matière. } other {# matières n’en ont pas\u00A0: leurs points viennent sans matière. }}{people, plural, =0 {} one {# mandataire n’en a pas, et n’est pas montré.} other {# mandataires n’en ont pas, et ne sont pas montrés.}}',
  'unmapped.left_out':
    '{count, plural, one {Un point est laissé là-bas, d’après les réglages\u00A0:} other {# points sont laissés là-bas, d’après les réglages\u00A0:}}',
  'unmapped.map': 'Dire les correspondances',

  runs: 'Dernières reprises',
  'run.begun': 'La reprise a commencé.',
  'run.asked': 'En cours',
  'run.done': 'Faite',
  'run.failed': 'Échouée',
  'run.under_way': 'La séance est en train d’être reprise',
  'run.may_leave': 'Vous pouvez quitter cette page\u00A0: la reprise continue.',
  'run.nothing_taken': 'Rien de cette séance n’a été repris',
  'run.look_again': 'Revoir l’aperçu',
  'run.done_title': 'Points repris',
  'run.created': 'Ajoutés',
  'run.modified': 'Modifiés',
  'run.removed': 'Disparus',
  'run.unchanged': 'Inchangés',
  'run.older': 'Plus anciens que les nôtres, laissés',
  'run.counts':
    '{created, plural, =0 {aucun ajouté} one {# ajouté} other {# ajoutés}}, {modified, plural, =0 {aucun modifié} one {# modifié} other {# modifiés}}, {removed, plural, =0 {aucun disparu} one {# disparu} other {# disparus}}, {unchanged, plural, =0 {aucun inchangé} one {# inchangé} other {# inchangés}}',
  'run.drafts': 'Ils attendent comme brouillons, jusqu’à ce que quelqu’un les publie.',
  'run.see_meeting': 'Voir la séance',

  no_answer: 'iA.Délib n’a pas donné de réponse utilisable',
  try_again: 'Réessayer',
  not_answered:
    '{host} a répondu par le code {status} au lieu de donner ce qui était demandé. Rien n’a été repris. Vérifiez l’adresse du site.',
  refused_there:
    '{host} refuse ce compte (code {status}). Vérifiez le nom d’utilisateur, le mot de passe et ses droits de lecture.',
  not_there:
    '{host} n’a rien à cette adresse. Vérifiez l’adresse du site et l’identifiant de la configuration.',
  broken_there:
    '{host} est en panne ou surchargé (code {status}). Rien n’a été repris. Réessayez plus tard.',
  not_json:
    'La réponse de {host} n’est pas celle d’iA.Délib. Vérifiez l’adresse du site\u00A0; il doit offrir plonemeeting.restapi.',
  other_answer:
    'La réponse de {host} n’a pas la forme attendue\u00A0: «\u00A0{field}\u00A0» manque ou ne peut pas être lu. Rien n’a été repris.',
  no_such_meeting: 'Cette séance n’est plus là-bas, ou n’est plus dans un des états choisis.',
  no_date: 'La date de la séance «\u00A0{title}\u00A0» ne peut pas être lue. Rien n’a été repris.',
  no_change_date:
    'iA.Délib ne dit pas quand «\u00A0{title}\u00A0» a été modifié\u00A0: rien n’a été repris.',
  closed_session:
    'La réponse contient le point «\u00A0{title}\u00A0», qui n’est pas public. Rien de cette séance n’a été repris. Prévenez votre fournisseur.',
  not_publishable:
    'La réponse contient l’annexe «\u00A0{annex}\u00A0» du point «\u00A0{title}\u00A0», qui n’est pas déclarée publiable. Rien de cette séance n’a été repris. Prévenez votre fournisseur.',
  unreadable:
    '«\u00A0{title}\u00A0» ne peut pas être repris\u00A0: «\u00A0{field}\u00A0» n’est pas admis. {why}',
  too_many_points:
    'La séance a {count, number} points, et {most, number} au plus sont repris à la fois. Rien n’a été repris.',
  too_many_meetings:
    'Il y a plus de {most, number} séances récentes (sur {count, number})\u00A0: seules les dernières sont reprises. Diminuez le nombre de jours.',
  cut_short:
    'iA.Délib annonce {total, number} points et n’en donne pas autant. Rien n’a été repris.',
  files_too_big:
    'Les annexes nouvelles de la séance dépassent ensemble {most, number} Mo. Reprenez ses points en plusieurs fois.',
  file_elsewhere:
    'L’annexe «\u00A0{name}\u00A0» est à une autre adresse que le site\u00A0: rien n’y a été demandé, et rien n’a été repris.',
  'notice.failing': 'La reprise de «\u00A0{title}\u00A0» échoue\u00A0: {why}',

  held: 'Reprises de séances d’iA.Délib',
  'held.after': 'la reprise',
  'held.because':
    'Sert à savoir ce qui a été repris, quand, et pourquoi cela a échoué\u00A0; à vérifier.',
  'held.personal': 'noms dans les titres de séances et de points',
  'held.purpose': 'Publier les décisions préparées dans un autre logiciel',
  'held.law': 'CDLD, publicité active des séances (décret du 18 mai 2022)\u00A0; à vérifier.',
} as const
