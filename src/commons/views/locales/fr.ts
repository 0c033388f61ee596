export const fr = {
  title: 'Vues',
  save: 'Enregistrer cette vue',
  name: 'Nom de la vue',
  share: 'Partager avec les collègues',
  share_help: 'Ils verront la vue\u00A0; chacun n’y voit que ce à quoi il a accès.',
  keep: 'Enregistrer',
  saved: 'La vue «\u00A0{name}\u00A0» est enregistrée.',
  taken: 'Vous avez déjà une vue «\u00A0{name}\u00A0» de cette liste.',
  remove: 'Supprimer cette vue',
  remove_sure: 'Supprimer la vue «\u00A0{name}\u00A0»\u00A0?',
  removed: 'La vue «\u00A0{name}\u00A0» est supprimée.',
} as const
