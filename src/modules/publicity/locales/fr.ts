/** What agents read alone. In French, U+00A0 stands before : ; ? ! and inside « ». */
export const agentsFr = {
  'projects.done.remind': 'a rappelé que des projets sont à publier',
  'task.remind': 'Rappel des projets à publier',
  missing: 'Projets à publier',
  'missing.count':
    '{count, plural, one {# point n’est pas public} other {# points ne sont pas publics}}',
  'told.ahead':
    '{meeting}\u00A0: {count, plural, one {# projet se publie} other {# projets se publient}} au plus tard {day}.',
  'told.day':
    '{meeting}\u00A0: dernier jour pour publier {count, plural, one {# projet} other {# projets}}, {day}.',
  'told.missed':
    '{meeting}\u00A0: {count, plural, one {# projet devait être public} other {# projets devaient être publics}} {day}. Publiez dès maintenant\u00A0: le retard se lira dans le rapport de l’année.',
  'setting.days_ahead': 'Rappel des projets à publier, jours avant l’échéance',
  'setting.days_ahead.help':
    'Qui publie est averti ce jour-là, le dernier jour, et quand celui-ci est passé.',
  'filter.of': 'Les séances',
  'filter.any': 'de tous les organes',
  organ: 'Organe',
  how: 'Les dates sont celles des copies publiées, y compris de celles qui furent retirées depuis. Un point ajouté en urgence compte parmi ceux qui ne sont pas à temps.',
  names: 'Qui a voté quoi',
  'names.still':
    '{organ} ne dit plus qui a voté quoi, mais {count, plural, one {# séance publique le dit} other {# séances publiques le disent}} encore\u00A0: {meetings}. Publiez-les de nouveau\u00A0: leurs copies anciennes seront retirées aussi.',
  'names.done.remain': 'a signalé que des copies disent encore qui a voté quoi',
  see_public: 'Voir la page publique',
} as const

/** What citizens read too. */
export const fr = {
  title: 'Publié à temps',
  report: 'Publié à temps en {year}',
  lead: 'La loi veut que les projets de délibération des conseils communaux et provinciaux se lisent avant la séance. Voici, séance par séance, quand ils furent publics et quand les décisions le furent.',
  how_public:
    'Les dates sont celles des copies publiées, qui ne changent plus. Les séances dont rien n’est public n’y sont pas. Un point ajouté en urgence compte parmi ceux qui ne sont pas à temps.',
  tally:
    '{inTime, plural, =0 {Aucune séance à temps} one {# séance à temps} other {# séances à temps}}, {late, plural, =0 {aucune en retard} other {# en retard}}.',
  none: 'Aucune séance cette année-là.',
  meeting: 'Séance',
  due: 'À publier au plus tard le',
  article: 'Règle',
  first: 'Projets publics dès le',
  verdict: 'Projets',
  'verdict.in_time': 'à temps',
  'verdict.late': 'pas à temps',
  'verdict.late_by': '{days, plural, one {# jour de retard} other {# jours de retard}}',
  'verdict.waits': 'délai en cours',
  'verdict.cancelled': 'séance annulée',
  'verdict.not_asked': 'aucun délai suivi ici',
  in_time: 'Points à temps',
  asked: 'Points à publier',
  withheld: 'Points retenus',
  reasons: 'Pourquoi',
  reason: '{why} ({count})',
  decisions: 'Décisions publiques',
  decision_days: 'Jours après la séance',
  csv: 'Le même tableau, pour un tableur ou un programme (CSV)',
  years: 'Années',
  year_before: 'Année précédente',
  year_after: 'Année suivante',
} as const
