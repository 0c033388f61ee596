import type { lawFr } from './law.fr.ts'

export const lawEn: Record<keyof typeof lawFr, string> = {
  'law.presentation': 'Presentation of the plan to the council',
  'law.adoption': 'Adoption of the plan by the council of the CPAS',
  'law.deed.designation': 'the designation of the aldermen',
  'law.deed.installation': 'the installation of the council of the CPAS',
  'applies.presentation': 'due date of the plan',
}
