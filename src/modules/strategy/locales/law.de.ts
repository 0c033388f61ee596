import type { lawFr } from './law.fr.ts'

export const lawDe: Partial<Record<keyof typeof lawFr, string>> = {
  'law.deed.designation': 'der Bezeichnung der Schöffen',
  'law.deed.installation': 'der Einsetzung des Sozialhilferates',
}
