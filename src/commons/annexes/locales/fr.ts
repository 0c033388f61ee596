export const fr = {
  'task.scan': 'Examen antivirus des annexes',
  not_as_named:
    'Le contenu n’est pas celui que le nom annonce\u00A0: {names}. Ouvrez le fichier, enregistrez-le à nouveau dans le bon format, puis choisissez-le.',
  program: 'C’est un programme, qui ne se joint pas à un dossier\u00A0: {names}.',
  quarantined:
    'Un virus a été trouvé dans cette annexe\u00A0: elle n’est plus donnée à personne. Retirez-la du dossier.',
  not_examined: 'L’antivirus n’a pas encore examiné cette annexe\u00A0: réessayez dans un instant.',
  'task.read': 'Lecture des annexes pour la recherche',
  unreadable: 'Trouvée par son titre seulement\u00A0: son texte n’a pu être lu.',
  title: 'Annexes',
  add: 'Ajouter des fichiers',
  added: '{count, plural, one {Le fichier est ajouté.} other {# fichiers sont ajoutés.}}',
  added_some:
    '{count, plural, one {Un fichier est ajouté.} other {# fichiers sont ajoutés.}} Pas ajouté, car vide\u00A0: {names}.',
  none_chosen: 'Aucun fichier n’a été choisi.',
  empty: 'Ce fichier est vide\u00A0: {names}. Choisissez-en un autre, ou enregistrez-le à nouveau.',
  removed: 'L’annexe est retirée.',
  remove: 'Retirer',
  help: 'PDF, images, documents.',
  unnamed: 'Fichier sans nom',
  none: 'Aucune annexe.',
  not_editable: 'Dans cet état, ce n’est pas à vous de changer les annexes.',
  held_because:
    'Elles font partie du dossier\u00A0; une annexe retirée n’est plus montrée, et son fichier est effacé après un délai.',
  held_personal: 'ce que leurs fichiers disent de personnes',
  withdrawn: 'Fichiers des annexes retirées',
  withdrawn_after: 'après le retrait',
  withdrawn_because: 'Un retrait par erreur se répare\u00A0; l’historique garde le fait.',
  'permission.download': 'Télécharger les annexes des dossiers que l’on voit',
} as const
