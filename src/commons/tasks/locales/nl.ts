import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Te behandelen',
  lead: '{count, plural, =0 {Niets wacht op u.} one {# dossier wacht op u.} other {# dossiers wachten op u.}}',
  empty: 'Niets wacht op u. Dossiers die u nodig hebben, verschijnen hier.',
  next: 'te doen: {verb}',
  since: 'sinds {date}',
  due_card: 'Met termijn',
  other_card: 'Zonder termijn',
  'group.decide': 'Beslissen',
  'group.citizens': 'Burgers',
  'group.territory': 'Grondgebied',
  'group.steer': 'Sturen',
}
