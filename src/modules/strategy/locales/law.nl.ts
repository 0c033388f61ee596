import type { lawFr } from './law.fr.ts'

export const lawNl: Partial<Record<keyof typeof lawFr, string>> = {
  'law.deed.designation': 'van de aanwijzing van de schepenen',
  'law.deed.installation': 'van de installatie van de raad voor maatschappelijk welzijn',
}
