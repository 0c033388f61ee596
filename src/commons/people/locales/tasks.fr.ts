/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const tasksFr = {
  'task.enter': 'Faire entrer quelqu’un',
  'task.enter.steps':
    'Donnez le nom, l’adresse et le premier jour\u00A0; le rôle et le service peuvent suivre.\nPlusieurs à la fois\u00A0: «\u00A0Importer une liste\u00A0».\nInvitez par courriel\u00A0: la personne choisit elle-même son mot de passe.',
  'task.leave': 'Préparer un départ',
  'task.leave.steps':
    'Ouvrez la page de la personne, «\u00A0Départ\u00A0»\u00A0: dernier jour, et qui reprend ce qui attend.\nSes rôles et sièges finissent avec ce jour\u00A0; ses actes gardent son nom.',
} as const
