import type { fr } from './fr.ts'

/** What an import leaves in texts of an authority, in German. */
export const papersDe: Partial<Record<keyof typeof fr, string>> = {
  excused: 'Entschuldigt',
  absents: 'Abwesend',
  picture: 'Aus PloneMeeting übernommenes Bild',
  lost_picture: '[Bild nicht übernommen: {alt}]',
}
