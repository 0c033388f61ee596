import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  edit: 'Bewerken',
  facts: 'In het kort',
  history: 'Geschiedenis',
  legal_time: 'Wettelijke termijn',
  published: 'Deze versie is openbaar.',
  unpublished: 'Deze versie is niet meer openbaar.',
  saved: 'Opgeslagen.',
  not_editable: 'In deze staat kunt u dit dossier niet wijzigen.',
  asked: 'Het document wordt opgemaakt: het verschijnt hier.',
  draw_up: 'Opmaken: {title}',
  not_drawn_up: 'In de staat ‘{state}’ heeft het dossier dit document niet: {title}.',
  'make.pdf': 'Als pdf opmaken',
  'make.docx': 'Als docx opmaken',
  'make.ods': 'Als ods opmaken',
}
