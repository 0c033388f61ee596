import type { fr } from './fr.ts'
import type { reportsFr } from './reports.fr.ts'
import type { versionsFr } from './versions.fr.ts'

/** What the council reads of a plan on paper, in German: the point, the annex and the reports. */
export const councilDe: Partial<
  Record<keyof typeof fr | keyof typeof reportsFr | keyof typeof versionsFr, string>
> = {
  'council.title.presentation': '{plan}: Vorstellung im Rat',
  'council.title.update': '{plan}: Aktualisierung',
  'council.title.midterm': '{plan}: Bewertung zur Mitte der Legislaturperiode',
  'council.title.final': '{plan}: Bewertung am Ende der Legislaturperiode',
  'council.law': 'Aufgrund von: {law};',
  'council.ground.presentation':
    'In der Erwägung, dass {by, select, college {das Kollegium dem Rat den Plan „{plan}“ vorlegt} other {der Plan „{plan}“ dem Rat vorgelegt wird}}, festgelegt am {date};',
  'council.ground.update':
    'In der Erwägung, dass der Plan „{plan}“ am {date} aktualisiert worden ist;',
  'council.ground.midterm':
    'In der Erwägung, dass {by, select, college {das Kollegium die Bewertung des Plans „{plan}“ zur Mitte der Legislaturperiode vorlegt, die am {date} auf der Grundlage des Berichts des Direktionsrates erstellt worden ist} other {die Bewertung des Plans „{plan}“ zur Mitte der Legislaturperiode am {date} erstellt worden ist}};',
  'council.ground.final':
    'In der Erwägung, dass {by, select, college {das Kollegium die Bewertung des Plans „{plan}“ am Ende der Legislaturperiode vorlegt, die am {date} auf der Grundlage des Berichts des Direktionsrates erstellt worden ist} other {die Bewertung des Plans „{plan}“ am Ende der Legislaturperiode am {date} erstellt worden ist}};',
  'council.print':
    'In der Erwägung, dass die festgelegte Fassung die SHA-256-Prüfsumme {hash} trägt;',
  'council.report': 'In Erwägung des folgenden Berichts:',
  'council.decision.takes_note.presentation': '{organ} nimmt den Plan „{plan}“ zur Kenntnis.',
  'council.decision.adopts.presentation': '{organ} nimmt den Plan „{plan}“ an.',
  'council.then': 'Er wird gemäß {article} veröffentlicht und der Regierung übermittelt.',
  'council.decision.takes_note.update':
    '{organ} nimmt die Aktualisierung des Plans „{plan}“ zur Kenntnis.',
  'council.decision.adopts.update': '{organ} nimmt die Aktualisierung des Plans „{plan}“ an.',
  'council.decision.midterm':
    '{organ} nimmt die Bewertung des Plans „{plan}“ zur Mitte der Legislaturperiode zur Kenntnis.',
  'council.decision.final':
    '{organ} nimmt die Bewertung des Plans „{plan}“ am Ende der Legislaturperiode zur Kenntnis.',
  'annex.title': '{plan}, Fassung vom {date}',
  'report.follow_up': 'Fortschrittsbericht',
  'report.follow_up_file': 'fortschrittsbericht',
  'report.by_manager': 'Fortschritt nach zuständigem Dienst',
  'report.by_manager_file': 'fortschritt-nach-dienst',
  'report.detail': 'Ausführlicher Bericht',
  'report.detail_file': 'ausfuehrlicher-bericht',
  'report.on': 'Stand vom',
  'report.state': 'Status des Plans',
  'report.standing': '{done} verwirklicht, {amount}',
  'report.overview': 'Übersicht',
  'report.late': 'Maßnahmen im Verzug',
  'report.actions_of': 'Maßnahmen von {reference}',
  'report.managed': 'Maßnahmen ({service})',
  'report.service':
    '{count, plural, one {# Maßnahme} other {# Maßnahmen}}{late, plural, =0 {, keine im Verzug} one {, davon # im Verzug} other {, davon # im Verzug}}.',
  'report.reference': 'Nr.',
  'report.done': 'Fortschr.',
  'report.because': '{word}: {reason}',
  'report.people': 'Zuständig',
  'report.remark': 'Zustand und Bemerkung',
  'report.total': 'Gesamtes Ziel',
  'report.indicator': '{label} = {value} / {target} {unit}',
  'report.by_hand': 'Von Hand eingetragener Fortschritt',
  'board.states': 'Maßnahmen nach Status',
}
