import type { fr } from './fr.ts'

/** What a program leaves in the texts and the history of a point, in German. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  'in_name_of.called': '{name} (durch {program})',
  picture: 'Bild',
  picture_lost: '[Bild nicht übernommen: {alt}]',
}
