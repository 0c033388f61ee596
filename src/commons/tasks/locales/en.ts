import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'To do',
  lead: '{count, plural, =0 {Nothing waits for you.} one {# file waits for you.} other {# files wait for you.}}',
  empty: 'Nothing waits for you. Files that need you will show here.',
  next: 'next: {verb}',
  since: 'since {date}',
  due_card: 'With a deadline',
  other_card: 'Without a deadline',
  'group.decide': 'Decide',
  'group.citizens': 'Citizens',
  'group.territory': 'Territory',
  'group.steer': 'Steer',
}
