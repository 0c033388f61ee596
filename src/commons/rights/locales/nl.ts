import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Rechtenmatrix',
  lead: 'Wie wat mag, vak per vak, zoals het samengestelde platform het zegt. Wat van een dossier afhangt, wordt op dat dossier beslist.',
  shared: 'Gedeeld door alle domeinen',
  trade: 'Vak',
  thing: 'Voorwerp',
  action: 'Handeling',
  states: 'In de toestand',
  in_state: '{thing}, in de toestand: {states}',
  author: 'auteur van het dossier',
  named: 'aangewezen in het dossier',
  edit: 'Bewerken',
  follows: '{action} (volgt op een andere handeling)',
  any_state: 'elke toestand',
  any_state_but: 'elke toestand behalve: {state}',
  in_person: 'Alleen in persoon',
  yes: 'ja',
  person_lead:
    'Wat haar rollen en functies van vandaag toelaten. Zetels en wat van een dossier afhangt, komen erbij.',
  person_because: 'Waarom',
  person_everybody: 'wie zich aanmeldt',
  person_none: 'Niets.',
  person_not_in: '{name} kan zich vandaag niet aanmelden.',
}
