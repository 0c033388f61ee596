import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  name: 'Public decisions',
  below: 'Local authorities',
  title: 'What your elected representatives decide',
  lead: 'The text, the vote and the annexes of {decisions, plural, one {# decision} other {# decisions}} of {count, plural, one {# authority} other {# authorities}}, since {since}.',
  none: 'No authority has published yet.',
  all: 'See all',
  authorities: 'Authorities',
  'authorities.lead':
    '{count, plural, =0 {None has published yet.} one {# authority publishes its decisions here.} other {# authorities publish their decisions here.}}',
  'kinds.municipality': 'Municipalities',
  'kinds.cpas': 'Public social welfare centres',
  'kinds.province': 'Provinces',
  'kinds.other': 'Other authorities',
  to_come: 'Next meetings',
  latest: 'What was just decided',
  about: 'Where these texts come from',
  'about.each':
    'Each authority publishes its projects and decisions itself. What is published does not change: a correction is a new copy, and the old one can still be read.',
  'about.masked':
    'The names of private persons are masked before publication; a black bar says where.',
  'about.not_here':
    'An authority that is not in the list has published nothing here: see its own site.',
}
