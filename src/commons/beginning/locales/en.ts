import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'First steps',
  lead: '{count, plural, one {One thing is still to do} other {# things are still to do}} before the authority can work. The card goes when all is done.',
  put_away: 'Put this card away',
  is_away: 'The card is put away; the settings bring it back.',
  shown: 'Show the first steps',
  shown_help: 'On the home of administrators: what still lacks before one can work.',
  'permission.follow': 'Follow the first steps of the authority',
}
