import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  not_yet: 'This document is not ready yet.',
  failed: 'This document could not be made. Ask for it again.',
  title: 'Documents',
  none: 'No document has been made yet.',
  'state.pending': 'in preparation',
  'state.ready': 'made',
  'state.failed': 'could not be made',
  kind: 'PDF/A, {size}',
  hash: 'SHA-256 {hash}…',
  by: '{name}, {when}',
}
