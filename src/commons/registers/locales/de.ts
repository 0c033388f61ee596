import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  edit: 'Bearbeiten',
  facts: 'Auf einen Blick',
  history: 'Verlauf',
  legal_time: 'Gesetzliche Frist',
  published: 'Diese Fassung ist öffentlich.',
  unpublished: 'Diese Fassung ist nicht mehr öffentlich.',
  saved: 'Gespeichert.',
  not_editable: 'In diesem Status können Sie diese Akte nicht ändern.',
  asked: 'Das Dokument wird erstellt: Es erscheint hier.',
  draw_up: 'Erstellen: {title}',
  not_drawn_up: 'Im Status „{state}“ hat die Akte dieses Dokument nicht: {title}.',
  'make.pdf': 'Als PDF erstellen',
  'make.docx': 'Als DOCX erstellen',
  'make.ods': 'Als ODS erstellen',
}
