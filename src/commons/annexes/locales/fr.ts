export const fr = {
  title: 'Annexes',
  add: 'Ajouter des fichiers',
  remove: 'Retirer',
  help: 'PDF, images, documents. 64\u00A0Mo au plus par envoi.',
  none: 'Aucune annexe.',
  not_editable: 'Dans cet état, ce n’est pas à vous de changer les annexes.',
} as const
