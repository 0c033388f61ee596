import type { statesFr } from './states.fr.ts'
import type { viewsFr } from './views.fr.ts'
import type { wordsFr } from './words.fr.ts'

/** What reports of a plan print besides what citizens read, in German. */
export const reportDe: Partial<
  Record<keyof typeof statesFr | keyof typeof viewsFr | keyof typeof wordsFr, string>
> = {
  'plan.state.draft': 'In Vorbereitung',
  'plan.state.in_force': 'In Kraft',
  'plan.state.archived': 'Archiviert',
  'field.categories': 'Kategorien',
  'field.plans': 'Bereichsübergreifende Pläne',
  'field.parents': 'Trägt bei zu',
  'field.budget_comments': 'Bemerkungen zu den Haushaltsmitteln',
  'field.observation': 'Beobachtung',
  'field.comments': 'Kommentare',
  'field.progress': 'Fortschritt',
  'field.priority': 'Priorität',
  'field.managers': 'Zuständige Dienste',
  'field.administrators': 'Verwaltungsverantwortliche',
  'field.concerned': 'Andere betroffene Personen',
  'field.planned_begin': 'Geplanter Beginn',
  'field.bearers': 'Träger',
  'field.effective_begin': 'Tatsächlicher Beginn',
  'field.effective_end': 'Tatsächliches Ende',
  'field.health': 'Zustand',
  'field.fte': 'Vollzeitäquivalente',
  'field.remark': 'Bemerkung zum Fortschritt',
  'field.effort': 'Gewicht im Fortschritt',
  'field.partners': 'Partner',
  'health.good': 'Gut',
  'health.risk': 'Gefährdet',
  'health.blocked': 'Blockiert',
  'health.paused': 'Ruht',
  'health.unknown': 'Keine Angabe',
  'place.share': 'Anteil {share}',
  'date.late': 'im Verzug',
}
