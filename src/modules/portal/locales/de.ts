import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  name: 'Öffentliche Beschlüsse',
  below: 'Lokale Behörden',
  title: 'Was Ihre Gewählten beschließen',
  lead: 'Text, Abstimmung und Anlagen von {decisions, plural, =0 {{projects, plural, one {# Vorlage} other {# Vorlagen}}} one {# Beschluss} other {# Beschlüssen}} von {count, plural, one {# Behörde} other {# Behörden}}, seit {since}.',
  none: 'Noch keine Behörde hat etwas veröffentlicht.',
  authorities: 'Behörden',
  'authorities.lead':
    '{count, plural, =0 {Noch keine hat etwas veröffentlicht.} one {# Behörde veröffentlicht hier ihre Beschlüsse.} other {# Behörden veröffentlichen hier ihre Beschlüsse.}}',
  'kinds.municipality': 'Gemeinden und Städte',
  'kinds.cpas': 'ÖSHZ',
  'kinds.province': 'Provinzen',
  'kinds.other': 'Andere Behörden',
  map: 'Karte der Behörden',
  'map.soon': 'Sitzung in den nächsten sieben Tagen',
  'map.later': 'keine Sitzung angekündigt',
  to_come: 'Nächste Sitzungen',
  latest: 'Was soeben beschlossen wurde',
  about: 'Woher diese Texte stammen',
  'about.each':
    'Jede Behörde veröffentlicht ihre Vorlagen und Beschlüsse selbst. Was veröffentlicht ist, ändert sich nicht: Eine Berichtigung ist eine neue Kopie, und die alte bleibt lesbar.',
  'about.masked':
    'Die Namen von Privatpersonen werden vor der Veröffentlichung geschwärzt; ein schwarzer Balken sagt, wo.',
  'about.not_here':
    'Eine Behörde, die nicht in der Liste steht, hat hier nichts veröffentlicht: siehe ihre eigene Website.',
  decisions: 'Beschlüsse',
  meetings: 'Sitzungen',
  'meetings.lead': 'Die Sitzungen aller Behörden, von denen etwas öffentlich ist.',
  'meetings.past': 'Vergangene Sitzungen',
  'meetings.cancelled': 'abgesagt',
  'meetings.points': '{count, plural, one {# öffentlicher Punkt} other {# öffentliche Punkte}}',
  'meetings.among':
    '{count, plural, one {# öffentlicher Punkt} other {# öffentliche Punkte, darunter}}:',
  'meetings.votes': '{yes} dafür, {no} dagegen',
  all_meetings: 'Alle Sitzungen',
  index:
    '{count, plural, =0 {Die Behörden} one {Eine Behörde und ihre Zahl von Beschlüssen} other {Die # Behörden und ihre Zahl von Beschlüssen}}',
  more: 'Mehr erfahren',
  'about.short':
    'Jede Behörde veröffentlicht ihre Beschlüsse selbst. Die Namen von Privatpersonen sind geschwärzt, und Veröffentlichtes ändert sich nicht mehr.',
  'search.title': '„{q}“ in allen Beschlüssen',
  'search.lead': 'Die Vorlagen und Beschlüsse aller Behörden, die letzte Sitzung zuerst.',
  'search.words': 'Ein Wort, eine Straße oder der zuständige Mandatar',
  'search.go': 'Suchen',
  'search.of': 'Die Punkte',
  'search.authority': 'aller Behörden',
  'search.year': 'aller Jahre',
  'search.stage': 'Vorlagen und Beschlüsse',
  'search.projects': 'Vorlagen',
  'search.decided': 'Beschlüsse',
  'search.organ': 'Organ',
  'search.subject': 'Sachgebiet',
  'search.person': 'zuständiger Mandatar',
  'search.place': 'Straße oder Ort',
  'search.total': '{count, plural, =0 {Kein Punkt.} one {# Punkt.} other {# Punkte.}}',
  'search.more': 'Mehr als {count} Punkte.',
  'search.none':
    'Nichts Öffentliches passt dazu. Versuchen Sie ein anderes Wort oder weniger Bedingungen.',
  'search.next': 'Nächste Seite',
}
