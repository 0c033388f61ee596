/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  title: 'Niveaux de validation',
  settles: 'Par qui les points de chaque organe sont validés avant d’attendre une séance',
  lead: 'Un point proposé passe par ces niveaux, l’un après l’autre, puis attend une séance. Un niveau où personne ne peut valider est passé, et l’historique le dit.',
  no_organ: 'Aucun organe.',
  no_level: 'Aucun niveau\u00A0: les points naissent validés',
  with_shortcuts: '(raccourcis permis)',
  levels: 'Niveaux, dans leur ordre',
  levels_help:
    'Sans aucun niveau, un point naît validé et son service le corrige jusqu’à ce qu’il soit présenté.',
  level: 'Niveau',
  by: 'Qui valide',
  'by.none': 'À choisir',
  'by.editor': 'un rédacteur du service proposant',
  'by.head': 'le chef du service proposant',
  'by.above': 'le chef du service dont il fait partie',
  place: 'Place',
  'place.end': 'à la fin',
  shortcuts: 'Permettre les raccourcis',
  shortcuts_help:
    'Qui valide à un niveau suivant peut valider un point sans attendre les niveaux d’avant.',
  save: 'Enregistrer',
  preview: 'Voir ce qui change',
  saved: 'Les niveaux sont enregistrés.',
  changed: 'Les niveaux de validation ont changé.',
  none_moves: 'Aucun point en validation ne change de niveau.',
  moves: 'Ces points en validation changeront de niveau',
  unseen:
    'Des points en validation changeraient de niveau\u00A0: regardez lesquels, puis enregistrez encore une fois.',
  shift:
    '{count, plural, one {# point passe} other {# points passent}} de «\u00A0{from}\u00A0» à «\u00A0{to}\u00A0».',
  shift_validated:
    '{count, plural, one {# point qui attend} other {# points qui attendent}} à «\u00A0{from}\u00A0» {count, plural, one {est validé} other {sont validés}} d’office.',
  waiting: 'Points en validation',
  count: 'Points qui attendent',
  stuck:
    '{count, plural, one {# point attend} other {# points attendent}} à un niveau où plus personne ne valide.',
  free: 'Les faire passer au niveau suivant',
  freed:
    '{count, plural, =0 {Aucun point n’était bloqué} one {# point est passé au niveau suivant} other {# points sont passés au niveau suivant}}.',
  level_incomplete: 'Chaque niveau a un nom et quelqu’un qui valide.',
  by_nobody: '«\u00A0{level}\u00A0»\u00A0: choisissez qui valide.',
  twice: '«\u00A0{level}\u00A0» est nommé deux fois.',
  nobody_before:
    'Avant ce niveau, personne ne valide\u00A0: renvoyez plutôt le point à son service.',
  'initial.head': 'Chef de service',
  'initial.director': 'Direction générale',
  'permission.read': 'Voir les niveaux de validation des organes',
  'permission.keep': 'Changer les niveaux de validation d’un organe',
} as const
