/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  'permission.prove': 'Gérer la sécurité de son compte, après confirmation de son identité',
  'permission.own_access': 'Gérer son propre accès',
  'permission.public': 'Lire ce qui est public',
  'permission.signed_in': 'Ce que peut toute personne connectée',
  'permission.search': 'Chercher dans ce que l’on peut lire',
  'permission.read': 'Lire ses dossiers',
  'permission.write': 'Écrire des dossiers et en importer',
  'permission.edit': 'Modifier un dossier',
  'permission.step': 'Faire avancer un dossier',
  'permission.publish': 'Publier un dossier et le retirer',
  'permission.whoever': 'Se déconnecter, cesser de voir comme une autre personne',
}
