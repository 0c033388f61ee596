import type { statesFr } from './states.fr.ts'
import type { wordsFr } from './words.fr.ts'

/** What of a plan a citizen reads on the public pages. */
export const publicNl: Partial<Record<keyof typeof statesFr | keyof typeof wordsFr, string>> = {
  title: 'Strategisch plan',
  'level.volet': 'Luik',
  'level.strategic': 'Strategische doelstelling',
  'level.operational': 'Operationele doelstelling',
  'level.actions': 'Acties en subacties',
  'level.action': 'Actie',
  'level.sub_action': 'Subactie',
  'level.task': 'Taak',
  'below.strategic': 'Strategische doelstellingen',
  'element.state': 'Status',
  'field.budget': 'Budget',
  'field.reference': 'Referentie',
  'field.title': 'Titel',
  'field.description': 'Beschrijving',
  'field.planned_end': 'Termijn',
  'field.sdgs': 'Duurzame-ontwikkelingsdoelstellingen',
  'field.mandataries': 'Mandatarissen',
  'field.indicators': 'Indicatoren',
  'objective.state.created': 'Aangemaakt',
  'objective.state.ongoing': 'Lopend',
  'objective.state.achieved': 'Bereikt',
  'objective.state.abandoned': 'Opgegeven',
  'action.state.created': 'Aangemaakt',
  'action.state.to_be_scheduled': 'In te plannen',
  'action.state.ongoing': 'Lopend',
  'action.state.terminated': 'Voltooid',
  'action.state.stopped': 'Stopgezet',
  'action.state.abandoned': 'Opgegeven',
}
