import type { moduleFr } from './fr.ts'

/** What agendas and minutes print of points, in German. */
export const papersDe: Partial<Record<keyof typeof moduleFr, string>> = {
  'meeting.titled': '{organ} vom {day}',
  'part.public': 'Öffentliche Sitzung',
  'part.closed': 'Punkte der Tagesordnung',
  'part.late': 'Dringende Punkte',
  'part.secret': 'Nichtöffentliche Sitzung',
}
