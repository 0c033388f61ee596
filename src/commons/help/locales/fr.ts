/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  title: 'Aide',
  lead: 'Ce que vous pouvez faire ici, tâche par tâche. Cherchez par un mot de votre métier.',
  about: 'Les tâches qui parlent de',
  search: 'Chercher',
  none: 'Aucune tâche que vous pouvez faire ne parle de ces mots. Essayez un mot plus court.',
  common: 'Partout',
  begin: 'Commencer',
  'permission.read': 'Lire l’aide',

  find: 'Retrouver un dossier, une personne ou un mot',
  'find.steps':
    'Tapez dans le champ en haut de la page\u00A0; la touche / y mène.\nUn numéro, un nom ou un mot du texte ou d’une annexe suffit, avec ou sans accents.\nRéduisez par métier ou par date à gauche des résultats.',
  inbox: 'Voir ce qui m’attend',
  'inbox.steps':
    '«\u00A0À traiter\u00A0» réunit ce qui vous attend dans tous les métiers, avec l’échéance et sa raison.\nLes onglets séparent les genres de dossiers.\nCe que font les autres est dans les avis\u00A0: la cloche, en haut.',
  draft: 'Reprendre un texte commencé',
  'draft.steps':
    'Ce que vous tapez est gardé après quelques secondes, pour vous seul, trente jours.\nRouvrez le même formulaire, ou «\u00A0Mes brouillons\u00A0», sur n’importe quel appareil.\nPour en écrire deux à la fois, choisissez «\u00A0Commencer un autre à côté\u00A0».',
  keys: 'Aller vite au clavier',
  'keys.steps':
    '/ mène à la recherche, G au menu.\nDans un ordre du jour, Espace prend un point, les flèches le déplacent, Espace le pose.\nCes touches se coupent dans «\u00A0Langue et affichage\u00A0».',
} as const
