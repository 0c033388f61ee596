import type { fr } from './fr.ts'

/** What is kept with a meeting in the language of the authority, in German. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  no_briefing: 'keine Vorbereitungssitzung',
}
