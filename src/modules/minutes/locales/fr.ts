/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  trade: 'Ordre du jour et procès-verbal',
  brings: 'L’ordre du jour et le procès-verbal d’une séance, imprimés en PDF/A.',
  kept: '{count, plural, one {# document} other {# documents}}',
  stops:
    'L’ordre du jour et le procès-verbal ne s’impriment plus\u00A0; les séances n’ont plus de volet «\u00A0Documents\u00A0».',
  tab: 'Documents',

  'document.agenda': 'Ordre du jour',
  'document.minutes': 'Procès-verbal',
  'document.make.agenda': 'Établir l’ordre du jour',
  'document.make.minutes': 'Établir le procès-verbal',
  'document.asked': 'Le document se prépare.',
  'document.minutes_before_session': 'Le procès-verbal s’établit une fois la séance ouverte.',

  'signs.mr': 'Le {title},',
  'signs.mrs': 'La {title},',

  'print.date': 'Date',
  'print.time': 'Heure',
  'print.place': 'Lieu',
  'print.opened': 'Ouverture',
  'print.closed': 'Clôture',
  'print.attendance': 'Présences',
  'print.president': 'Préside',
  'print.secretary': 'Secrétaire',
  'print.present': 'Présents',
  'print.excused': 'Excusés',
  'print.absent': 'Absents',
  'print.empty': 'Aucun point n’est inscrit.',
  'print.convocation': 'Convocation à la séance qui se tiendra le {date} à {time}, {place}.',
  'print.convocation_no_place': 'Convocation à la séance qui se tiendra le {date} à {time}.',
  'print.decides': 'DÉCIDE',
  'print.closing': 'L’ordre du jour étant épuisé, la séance est levée.',
  'print.by_organ': 'Par {organ},',
  'print.not_recorded': 'non noté',
  'print.huis_clos': 'La présidence prononce le huis clos (CDLD L1122-21).',
} as const
