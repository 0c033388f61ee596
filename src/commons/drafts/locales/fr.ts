export const fr = {
  mine: 'Mes brouillons',
  lead: 'Ce que vous avez tapé dans un formulaire et pas encore enregistré. Personne d’autre ne le voit.',
  none: 'Aucun brouillon.',
  kept: 'Brouillon gardé à {at}, personne d’autre ne le voit.',
  newer: 'Un autre onglet ou appareil garde un texte plus récent, de {at}. Rien n’a été écrasé.',
  too_long: 'Ce texte est trop long pour un brouillon\u00A0: enregistrez-le.',
  too_many: 'Vous avez déjà {most, number} brouillons\u00A0: écartez-en un pour garder celui-ci.',
  kept_now: 'Le brouillon est gardé. Personne d’autre ne le voit.',
  discarded: 'Le brouillon est écarté.',
  discard: 'Écarter',
  discard_confirm: 'Écarter ce brouillon\u00A0? Ce que vous aviez tapé sera perdu.',
  at: 'Gardé le',
  form: 'Formulaire',
  acts: 'Écarter',
  hidden: 'Un formulaire',
  kept_after: 'après le dernier mot tapé',
  held_because:
    'Il sert à reprendre ce qui n’est pas enregistré\u00A0; il part avec l’enregistrement, ou avec la personne.',
  held_personal: 'ce qu’une personne tape sans l’enregistrer',
  'task.forget': 'Oubli des anciens brouillons',
  picture_added:
    'L’image est à la fin du texte\u00A0; ce qui était tapé est gardé comme brouillon.',
} as const
