export const fr = {
  not_yet: 'Ce document n’est pas encore prêt.',
} as const
