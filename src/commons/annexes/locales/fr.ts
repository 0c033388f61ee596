export const fr = {
  title: 'Annexes',
  add: 'Ajouter des fichiers',
  remove: 'Retirer',
  none: 'Aucune annexe.',
} as const
