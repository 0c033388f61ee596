import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Rechtematrix',
  lead: 'Wer was darf, Fach für Fach, wie die zusammengesetzte Plattform es sagt. Was von einer Akte abhängt, entscheidet sich an dieser Akte.',
  shared: 'Allen Fachbereichen gemeinsam',
  trade: 'Fach',
  thing: 'Gegenstand',
  action: 'Handlung',
  states: 'Im Zustand',
  in_state: '{thing}, im Zustand: {states}',
  author: 'Verfasser der Akte',
  named: 'in der Akte benannt',
  edit: 'Bearbeiten',
  follows: '{action} (folgt einer anderen Handlung)',
  any_state: 'jeder Zustand',
  any_state_but: 'jeder Zustand außer: {state}',
  in_person: 'Nur persönlich',
  yes: 'ja',
  person_lead:
    'Was ihre heutigen Rollen und Funktionen erlauben. Sitze und was von einer Akte abhängt, kommen hinzu.',
  person_because: 'Warum',
  person_everybody: 'wer sich anmeldet',
  person_none: 'Nichts.',
  person_not_in: '{name} kann sich heute nicht anmelden.',
}
