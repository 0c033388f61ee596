import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Rechtematrix',
  lead: 'Wer was darf, Fachbereich für Fachbereich, wie die zusammengesetzte Plattform es sagt. Was von einer Akte abhängt, entscheidet sich an dieser Akte.',
  shared: 'Allen Fachbereichen gemeinsam',
  trade: 'Fachbereich',
  thing: 'Gegenstand',
  action: 'Handlung',
  states: 'Im Status',
  in_state: '{thing}, im Status: {states}',
  author: 'Verfasser der Akte',
  named: 'in der Akte benannt',
  edit: 'Bearbeiten',
  follows: '{action} (folgt einer anderen Handlung)',
  any_state: 'jeder Status',
  any_state_but: 'jeder Status außer: {state}',
  in_person: 'Nur persönlich',
  yes: 'ja',
  person_lead:
    'Was ihre heutigen Rollen und Funktionen erlauben. Sitze und was von einer Akte abhängt, kommen hinzu.',
  person_because: 'Warum',
  person_everybody: 'wer sich anmeldet',
  person_none: 'Nichts.',
  person_not_in: '{name} kann sich heute nicht anmelden.',
}
