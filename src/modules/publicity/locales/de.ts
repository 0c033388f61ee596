import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  title: 'Rechtzeitig veröffentlicht',
  report: 'Rechtzeitig veröffentlicht im Jahr {year}',
  lead: 'Das Gesetz verlangt, dass Beschlussentwürfe der Gemeinde- und Provinzialräte vor der Sitzung zu lesen sind. Hier steht für jede Sitzung, wann sie öffentlich waren und wann die Beschlüsse es waren.',
  how_public:
    'Die Daten sind die der veröffentlichten Kopien, die sich nicht mehr ändern. Sitzungen, von denen nichts öffentlich ist, stehen nicht hier. Ein dringend hinzugefügter Punkt zählt zu denen, die nicht rechtzeitig sind.',
  tally:
    '{inTime, plural, =0 {Keine Sitzung rechtzeitig} one {# Sitzung rechtzeitig} other {# Sitzungen rechtzeitig}}, {late, plural, =0 {keine verspätet} other {# verspätet}}.',
  none: 'In diesem Jahr keine Sitzung.',
  meeting: 'Sitzung',
  due: 'Zu veröffentlichen bis',
  article: 'Vorschrift',
  first: 'Entwürfe öffentlich seit',
  verdict: 'Entwürfe',
  'verdict.in_time': 'rechtzeitig',
  'verdict.late': 'nicht rechtzeitig',
  'verdict.late_by': '{days, plural, one {# Tag Verspätung} other {# Tage Verspätung}}',
  'verdict.waits': 'Frist läuft',
  'verdict.cancelled': 'Sitzung abgesagt',
  'verdict.not_asked': 'hier keine Frist verfolgt',
  in_time: 'Punkte rechtzeitig',
  asked: 'Zu veröffentlichende Punkte',
  withheld: 'Zurückgehaltene Punkte',
  reasons: 'Warum',
  reason: '{why} ({count})',
  decisions: 'Öffentliche Beschlüsse',
  decision_days: 'Tage nach der Sitzung',
  csv: 'Dieselbe Tabelle für ein Tabellenprogramm oder ein Programm (CSV)',
  years: 'Jahre',
  year_before: 'Vorheriges Jahr',
  year_after: 'Nächstes Jahr',
}
