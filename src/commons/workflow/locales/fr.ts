export const fr = {
  not_from_here: 'Ce n’est pas possible dans l’état « {state} ».',
  for_others: 'Cette action revient à d’autres : {who}.',
  comment_needed: 'Dites pourquoi.',
  comment: 'Pourquoi',
  hindered: 'Ce qui manque encore',
  'doer.nobody': 'personne directement',
  'doer.author': 'l’auteur',
  'doer.role.secretariat': 'le secrétariat',
  'doer.role.director_general': 'le directeur général',
  'doer.role.mayor': 'le bourgmestre',
  'doer.service.editor': 'les rédacteurs du service',
  'doer.service.head': 'le chef de service',
} as const
