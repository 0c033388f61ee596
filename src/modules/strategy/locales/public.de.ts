import type { statesFr } from './states.fr.ts'
import type { wordsFr } from './words.fr.ts'

/** What of a plan a citizen reads on the public pages. */
export const publicDe: Partial<Record<keyof typeof statesFr | keyof typeof wordsFr, string>> = {
  title: 'Strategischer Plan',
  'level.volet': 'Teil',
  'level.strategic': 'Strategisches Ziel',
  'level.operational': 'Operatives Ziel',
  'level.actions': 'Maßnahmen und Teilmaßnahmen',
  'level.action': 'Maßnahme',
  'level.sub_action': 'Teilmaßnahme',
  'level.task': 'Aufgabe',
  'below.strategic': 'Strategische Ziele',
  'element.state': 'Status',
  'field.budget': 'Haushaltsmittel',
  'field.reference': 'Referenz',
  'field.title': 'Bezeichnung',
  'field.description': 'Beschreibung',
  'field.planned_end': 'Frist',
  'field.sdgs': 'Ziele für nachhaltige Entwicklung',
  'field.mandataries': 'Mandatare',
  'field.indicators': 'Indikatoren',
  'objective.state.created': 'Erstellt',
  'objective.state.ongoing': 'Laufend',
  'objective.state.achieved': 'Erreicht',
  'objective.state.abandoned': 'Aufgegeben',
  'action.state.created': 'Erstellt',
  'action.state.to_be_scheduled': 'Zu planen',
  'action.state.ongoing': 'Laufend',
  'action.state.terminated': 'Abgeschlossen',
  'action.state.stopped': 'Gestoppt',
  'action.state.abandoned': 'Aufgegeben',
}
