import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  not_from_here: 'Das ist im Status „{state}“ nicht möglich.',
  for_others: 'Diese Handlung steht anderen zu: {who}.',
  comment_needed: 'Sagen Sie, warum.',
  comment: 'Warum',
  stepped: 'Erledigt: {state}.',
  steps: 'Status ändern',
  step_why: '{label} (mit Begründung)',
  hindered: 'Was noch fehlt',
  'doer.nobody': 'niemand direkt',
  'doer.author': 'der Verfasser',
  'doer.own.editors': 'die Verantwortlichen',
  'doer.own.bearers': 'die damit Beauftragten',
  'doer.service.editor': 'die Sachbearbeiter des Dienstes',
  'doer.service.head': 'der Dienstleiter',
}
