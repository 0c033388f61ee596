import type { lawFr } from './law.fr.ts'

export const lawEn: Record<keyof typeof lawFr, string> = {
  'law.presentation': 'Presentation of the plan to the council',
  'law.midterm_evaluation': 'Evaluation of the plan at mid-term',
  'law.final_evaluation': 'Evaluation of the plan at the end of the term',
  'law.deed.designation': 'the designation of the aldermen',
  'applies.presentation': 'due date of the plan',
}
