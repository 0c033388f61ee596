import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  edit: 'Edit',
  facts: 'At a glance',
  history: 'History',
  legal_time: 'Legal time',
  published: 'This version is public.',
  unpublished: 'This version is no longer public.',
  saved: 'Saved.',
  not_editable: 'In this state, this file is not yours to change.',
  asked: 'The document is being made: it will appear here.',
  draw_up: 'Draw up: {title}',
  not_drawn_up: 'In the state “{state}” the file has no such document: {title}.',
  'make.pdf': 'Make as PDF',
  'make.docx': 'Make as DOCX',
  'make.ods': 'Make as ODS',
}
