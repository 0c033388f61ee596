export const fr = {
  title: 'Annexes',
  add: 'Ajouter des fichiers',
  added:
    '{count, plural, =0 {Aucun fichier n’a été choisi.} one {Le fichier est ajouté.} other {# fichiers sont ajoutés.}}',
  removed: 'L’annexe est retirée.',
  remove: 'Retirer',
  help: 'PDF, images, documents. 64\u00A0Mo au plus par envoi.',
  none: 'Aucune annexe.',
  not_editable: 'Dans cet état, ce n’est pas à vous de changer les annexes.',
  held_because:
    'Elles font partie du dossier\u00A0; une annexe retirée n’est plus montrée, et reste gardée.',
  held_personal: 'ce que leurs fichiers disent de personnes',
} as const
