/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  'task.print': 'Imprimer l’ordre du jour ou le procès-verbal',
  'task.print.steps':
    'Ouvrez la séance, onglet «\u00A0Documents\u00A0».\nChoisissez le document et le format\u00A0: PDF pour garder, DOCX pour retravailler.\nUn document fait ne change plus\u00A0: demandez-en un autre.',
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
  'document.public_agenda': 'Ordre du jour public',
  'document.explanatory_notes': 'Notes explicatives',
  'document.make.explanatory_notes':
    '{format, select, docx {Notes explicatives en DOCX} other {Établir les notes explicatives}}',
  'document.no_notes': 'Aucun point de cet ordre du jour n’a de note explicative.',
  'document.version': '{name}, version {version}',
  'document.make.public_agenda': 'Établir l’ordre du jour public',
  'document.not_for_public':
    'Cet ordre du jour n’est pas encore arrêté, ou les séances de cet organe ne sont pas publiques.',
  'print.version': 'Version',
  'print.since': '{version}, et points venus depuis',
  'print.draft': 'Ordre du jour (projet)',
  'print.closed_point': 'Point à huis clos',
  'document.asked': 'Le document se prépare.',
  'document.minutes_before_session': 'Le procès-verbal s’établit une fois la séance ouverte.',

  'print.date': 'Date',
  'print.time': 'Heure',
  'print.place': 'Lieu',
  'print.opened': 'Ouverture',
  'print.closed': 'Clôture',
  'print.attendance': 'Présences',
  'print.president': 'Préside',
  'print.secretary': 'Secrétaire',
  'print.present':
    '{women, select, true {{count, plural, one {Présente} other {Présentes}}} other {{count, plural, one {Présent} other {Présents}}}}',
  'print.excused':
    '{women, select, true {{count, plural, one {Excusée} other {Excusées}}} other {{count, plural, one {Excusé} other {Excusés}}}}',
  'print.represented': 'Procurations',
  'print.absent':
    '{women, select, true {{count, plural, one {Absente} other {Absentes}}} other {{count, plural, one {Absent} other {Absents}}}}',
  'print.empty': 'Aucun point n’est inscrit.',
  'print.convocation': 'Convocation à la séance qui se tiendra le {date} à {time}, {place}.',
  'print.convocation_no_place': 'Convocation à la séance qui se tiendra le {date} à {time}.',
  'print.decides': 'DÉCIDE',
  'print.takes_note': 'PREND ACTE',
  'print.delayed': 'Le point est reporté.',
  'print.removed': 'Le point est retiré de l’ordre du jour.',
  'print.closing': 'L’ordre du jour étant épuisé, la séance est levée.',
  'print.lifted': 'Le quorum n’étant pas atteint, la séance est levée.',
  'print.by_organ': 'Par {organ},',
  'print.not_recorded': 'non noté',
  'print.huis_clos':
    '{civility, select, mrs {La Présidente} mr {Le Président} other {La présidence}} prononce le huis clos{article, select, none {} other { ({article})}}.',
  'print.not_public': 'La séance n’est pas publique ({article}).',
  'permission.make': 'Produire les documents d’une séance',
  'permission.read': 'Lire les documents d’une séance',
} as const
