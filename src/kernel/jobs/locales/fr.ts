export const fr = {
  fault: 'Une erreur de notre part, notée sous la référence {id}.',
  unknown_reason: 'La raison n’est plus connue.',
} as const
