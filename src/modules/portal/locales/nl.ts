import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  name: 'Openbare beslissingen',
  below: 'Lokale besturen',
  title: 'Wat uw verkozenen beslissen',
  lead: 'De tekst, de stemming en de bijlagen van {decisions, plural, one {# beslissing} other {# beslissingen}} van {count, plural, one {# bestuur} other {# besturen}}, sinds {since}.',
  none: 'Nog geen enkel bestuur heeft iets gepubliceerd.',
  all: 'Alles bekijken',
  authorities: 'Besturen',
  'authorities.lead':
    '{count, plural, =0 {Nog geen enkel heeft iets gepubliceerd.} one {# bestuur publiceert hier zijn beslissingen.} other {# besturen publiceren hier hun beslissingen.}}',
  'kinds.municipality': 'Gemeenten en steden',
  'kinds.cpas': 'OCMW’s',
  'kinds.province': 'Provincies',
  'kinds.other': 'Andere besturen',
  to_come: 'Volgende zittingen',
  latest: 'Wat net beslist werd',
  about: 'Waar deze teksten vandaan komen',
  'about.each':
    'Elk bestuur publiceert zelf zijn ontwerpen en beslissingen. Wat gepubliceerd is, verandert niet: een verbetering is een nieuwe kopie, en de oude blijft leesbaar.',
  'about.masked':
    'De namen van privépersonen worden vóór de publicatie afgeschermd; een zwarte balk zegt waar.',
  'about.not_here':
    'Een bestuur dat niet in de lijst staat, heeft hier niets gepubliceerd: zie zijn eigen site.',
}
