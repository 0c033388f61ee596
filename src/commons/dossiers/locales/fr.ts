export const fr = {
  'task.forget_pictures': 'Oubli des images que nul texte ne montre',
  'task.forget_words': 'Oubli des mots qui ne se trouvent plus',
  'task.read_again': 'Relecture des textes pour la recherche',
  stale:
    '{name} a modifié ce dossier pendant que vous écriviez. Votre texte est gardé ci-dessous\u00A0; comparez-le avec la version enregistrée, puis enregistrez à nouveau.',
  stale_theirs: 'Version enregistrée',
  no_page: 'Cette page de la liste n’existe pas\u00A0: reprenez-la du début.',
  gone: 'Ce choix vient d’être supprimé\u00A0: choisissez-en un autre.',
  in_use: '«\u00A0{title}\u00A0» ne peut être effacé\u00A0: autre chose y renvoie encore.',
  held: 'Historique des dossiers',
  held_because: 'Qui a fait quoi se prouve, même d’un dossier effacé.',
  held_personal: 'nom de qui agit, motif donné, ce qui a changé',
} as const
