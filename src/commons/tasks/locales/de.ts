import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Zu bearbeiten',
  lead: '{count, plural, =0 {Nichts wartet auf Sie.} one {# Akte wartet auf Sie.} other {# Akten warten auf Sie.}}',
  empty: 'Nichts wartet auf Sie. Akten, die Sie brauchen, werden hier erscheinen.',
  next: 'zu tun: {verb}',
  since: 'seit {date}',
  due_card: 'Mit Frist',
  other_card: 'Ohne Frist',
  'group.decide': 'Beschließen',
  'group.citizens': 'Bürger',
  'group.territory': 'Gebiet',
  'group.steer': 'Steuern',
}
