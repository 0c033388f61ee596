export const orderFr = {
  'order.not_on_the_agenda': 'Ce point n’est pas à l’ordre du jour.',
  'order.not_a_whole_position': 'Un numéro est un nombre entier.',
  'order.before_the_first': 'Le premier numéro est 1.',
  'order.after_the_last': 'L’ordre du jour compte moins de points.',
  'order.decided': 'Un point décidé ne bouge plus\u00A0: son numéro est dans l’acte.',
  'order.closed_session_last':
    'Le huis clos vient après la partie publique\u00A0: ce point ne peut passer de l’autre côté.',
  'order.other_part':
    'Un point se numérote sous un autre de la même partie de la séance\u00A0: séance publique, urgences ou huis clos.',
  'order.below_itself': 'Un point ne se numérote pas sous lui-même.',
  'order.below_is_missing': 'Les numéros d’un groupe se suivent\u00A0: 2.1, puis 2.2.',
  'order.no_number': 'Donnez un numéro de l’ordre du jour, par exemple 3 ou 2.1.',
  'order.one_target': 'Donnez une place ou un numéro.',
  'meeting.moved': 'Le point porte maintenant le numéro {number}.',
  'order.late_last': 'Les points en urgence viennent après les autres.',
  'order.decided_behind':
    'Le point prendrait place avant des points déjà décidés, dont le numéro est dans l’acte\u00A0: présentez-le à une autre séance.',
  'order.decided_after':
    'Des points décidés le suivent, dont le numéro est dans l’acte\u00A0: décidez plutôt de le retirer ou de le reporter.',

  'meeting.done.number': 'a donné le premier numéro',
  'item.under_writing': 'Cette décision est en cours de rédaction.',
  'number.continued': 'le numéro qui se poursuit d’une séance à l’autre, quand il est connu',
  'setting.college_day': 'Jour fixe du collège',
  'setting.college_day.help':
    'Le collège qui se réunit à jour fixe n’y est pas convoqué\u00A0: le délai ne court que hors de ce jour (CDLD L1123-21).',
  'setting.college_day.none': 'pas de jour fixe',
  'setting.college_day.1': 'le lundi',
  'setting.college_day.2': 'le mardi',
  'setting.college_day.3': 'le mercredi',
  'setting.college_day.4': 'le jeudi',
  'setting.college_day.5': 'le vendredi',
  'setting.college_day.6': 'le samedi',
  'setting.college_day.7': 'le dimanche',
} as const
