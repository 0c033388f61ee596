export const fr = {
  fault: 'Une erreur de notre part, notée sous la référence {id}.',
  never_ended:
    'Ce travail a été commencé {count, number} fois sans jamais finir, et le serveur s’est arrêté pendant qu’il le faisait.',
  unknown_reason: 'La raison n’est plus connue.',
  rests: 'L’administration est au repos\u00A0: ce travail reprend quand elle rouvre.',
} as const
