import type { fr } from './fr.ts'

/** What an authority begins with, and what is kept with its points in its language, in German. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  changed: 'Die Validierungsebenen haben sich geändert.',
  'initial.head': 'Dienstleiter',
  'initial.director': 'Generaldirektion',
}
