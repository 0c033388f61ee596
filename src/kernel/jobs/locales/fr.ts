export const fr = {
  fault: 'Une erreur de notre part, notée sous la référence {id}.',
  unknown_reason: 'La raison n’est plus connue.',
  rests: 'L’administration est au repos\u00A0: ce travail reprend quand elle rouvre.',
} as const
