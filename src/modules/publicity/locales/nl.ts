import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  title: 'Tijdig gepubliceerd',
  report: 'Tijdig gepubliceerd in {year}',
  lead: 'De wet wil dat ontwerpbeslissingen van gemeente- en provincieraden vóór de zitting te lezen zijn. Hier staat, zitting per zitting, wanneer ze openbaar waren en wanneer de beslissingen dat waren.',
  how_public:
    'De datums zijn die van de gepubliceerde kopieën, die niet meer veranderen. Zittingen waarvan niets openbaar is, staan hier niet. Een dringend toegevoegd punt telt mee bij de punten die niet tijdig zijn.',
  tally:
    '{inTime, plural, =0 {Geen zitting tijdig} one {# zitting tijdig} other {# zittingen tijdig}}, {late, plural, =0 {geen te laat} other {# te laat}}.',
  none: 'Dat jaar geen zitting.',
  meeting: 'Zitting',
  due: 'Te publiceren uiterlijk op',
  article: 'Regel',
  first: 'Ontwerpen openbaar vanaf',
  verdict: 'Ontwerpen',
  'verdict.in_time': 'tijdig',
  'verdict.late': 'niet tijdig',
  'verdict.late_by': '{days, plural, one {# dag te laat} other {# dagen te laat}}',
  'verdict.waits': 'termijn loopt',
  'verdict.cancelled': 'zitting afgelast',
  'verdict.not_asked': 'hier geen termijn gevolgd',
  in_time: 'Punten tijdig',
  asked: 'Te publiceren punten',
  withheld: 'Achtergehouden punten',
  reasons: 'Waarom',
  reason: '{why} ({count})',
  decisions: 'Openbare beslissingen',
  decision_days: 'Dagen na de zitting',
  csv: 'Dezelfde tabel, voor een rekenblad of een programma (CSV)',
  years: 'Jaren',
  year_before: 'Vorig jaar',
  year_after: 'Volgend jaar',
}
