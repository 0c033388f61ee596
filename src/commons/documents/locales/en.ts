import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  not_yet: 'This document is not ready yet.',
}
