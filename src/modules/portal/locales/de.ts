import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  name: 'Öffentliche Beschlüsse',
  below: 'Lokale Behörden',
  title: 'Was Ihre Gewählten beschließen',
  lead: 'Text, Abstimmung und Anlagen von {decisions, plural, one {# Beschluss} other {# Beschlüssen}} von {count, plural, one {# Behörde} other {# Behörden}}, seit {since}.',
  none: 'Noch keine Behörde hat etwas veröffentlicht.',
  all: 'Alle anzeigen',
  authorities: 'Behörden',
  'authorities.lead':
    '{count, plural, =0 {Noch keine hat etwas veröffentlicht.} one {# Behörde veröffentlicht hier ihre Beschlüsse.} other {# Behörden veröffentlichen hier ihre Beschlüsse.}}',
  'kinds.municipality': 'Gemeinden und Städte',
  'kinds.cpas': 'ÖSHZ',
  'kinds.province': 'Provinzen',
  'kinds.other': 'Andere Behörden',
  to_come: 'Nächste Sitzungen',
  latest: 'Was soeben beschlossen wurde',
  about: 'Woher diese Texte stammen',
  'about.each':
    'Jede Behörde veröffentlicht ihre Vorlagen und Beschlüsse selbst. Was veröffentlicht ist, ändert sich nicht: Eine Berichtigung ist eine neue Kopie, und die alte bleibt lesbar.',
  'about.masked':
    'Die Namen von Privatpersonen werden vor der Veröffentlichung geschwärzt; ein schwarzer Balken sagt, wo.',
  'about.not_here':
    'Eine Behörde, die nicht in der Liste steht, hat hier nichts veröffentlicht: siehe ihre eigene Website.',
}
