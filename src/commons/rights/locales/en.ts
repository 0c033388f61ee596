import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Matrix of permissions',
  lead: 'Who may do what, trade by trade, as the assembled platform says. What depends on one dossier is decided on that dossier.',
  shared: 'Shared by all trades',
  trade: 'Trade',
  thing: 'Object',
  action: 'Action',
  states: 'In the state',
  in_state: '{thing}, in the state: {states}',
  author: 'author of the dossier',
  named: 'named in the dossier',
  edit: 'Edit',
  follows: '{action} (follows another act)',
  any_state: 'any state',
  any_state_but: 'any state but: {state}',
  in_person: 'In person only',
  yes: 'yes',
  person_lead:
    'What their roles and functions of today allow. Seats, and what depends on one dossier, come besides.',
  person_because: 'Why',
  person_everybody: 'everybody who signs in',
  person_none: 'Nothing.',
  person_not_in: '{name} cannot sign in today.',
}
