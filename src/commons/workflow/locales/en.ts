import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  not_from_here: 'This is not possible in the state “{state}”.',
  for_others: 'This action is for others: {who}.',
  comment_needed: 'Say why.',
  comment: 'Why',
  stepped: 'Done: {state}.',
  steps: 'Change the state',
  step_why: '{label} (say why)',
  hindered: 'What is still missing',
  'doer.nobody': 'nobody directly',
  'doer.author': 'the author',
  'doer.own.editors': 'those who answer for it',
  'doer.own.bearers': 'those who carry it out',
  'doer.service.editor': 'the writers of the service',
  'doer.service.head': 'the head of service',
}
