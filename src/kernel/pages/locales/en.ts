import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  trades: 'Trades',
  'trades.none': 'No trade of this authority is called “{q}”.',
  'trades.find': 'Name of the trade',
  'trades.look': 'Look',
  'trades.waiting':
    '{count, plural, =0 {Nothing waits for you} one {# file waits for you} other {# files wait for you}}',
  together: 'Together',
  home: 'Back to the home page',
  styleguide: 'Style guide',
  'search.title': 'Search',
  'search.more': 'The first {count, number} results for “{q}”, there are others',
  'search.narrow': 'There are others: add a word.',
  'search.count': '{count, plural, =0 {No result} one {# result} other {# results}} for “{q}”',
  'search.nothing': 'Nothing that you may read matches “{q}”. Try another word.',
  'search.ask': 'Type a word, a reference or the beginning of a title.',
  'public.description': 'What {authority} publishes.',
  'public.lead': 'What this authority publishes: each text is a dated copy that nobody can change.',
  'public.nothing': 'Nothing is published here yet.',
  'public.all': 'See all',
  'public.sign_in': 'Sign in',
  'public.agents': 'Staff and elected members',
  'public.agents.lead': 'You work for this authority, or were elected there?',
}
