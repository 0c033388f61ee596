/** In French, U+00A0 stands before : ; ? ! and inside « ». */
export const fr = {
  no_address: 'Donnez une adresse de courriel complète, comme «\u00A0prenom.nom@commune.be\u00A0».',
  too_long: 'Ce message est trop long pour un courriel.',
  refused: 'Le serveur de courriel a refusé le message\u00A0: {said}',
  given_up: 'Le serveur de courriel n’a pas pris le message pendant cinq jours\u00A0: {said}',
  put_off: 'Le serveur de courriel demande de réessayer plus tard.',
  unreachable: 'Le serveur de courriel ne répond pas.',
  not_let_in: 'Le serveur de courriel ne reconnaît pas la maison.',
  'task.deliver': 'Envoi d’un courriel',
  returned: 'Le message est revenu\u00A0: «\u00A0{said}\u00A0».',
} as const
