import type { fr } from './fr.ts'

/** What is kept with a point in the language of the authority, in German. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  taken_back_why: 'Vom Sekretariat zurückgenommen',
  recalled_why: 'Der ursprüngliche Punkt ist nicht angenommen',
}
