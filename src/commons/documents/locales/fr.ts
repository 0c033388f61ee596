export const fr = {
  not_yet: 'Ce document n’est pas encore prêt.',
  failed: 'Ce document n’a pas pu être fait. Demandez-le à nouveau.',
  title: 'Documents',
  none: 'Aucun document n’est encore établi.',
  'state.pending': 'en préparation',
  'state.ready': 'établi',
  'state.failed': 'n’a pas pu être établi',
  kind: 'PDF/A, {size}',
  hash: 'SHA-256 {hash}…',
  by: '{name}, {when}',
} as const
