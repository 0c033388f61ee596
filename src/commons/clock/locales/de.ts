import type { fr } from './fr.ts'

export const de: Record<keyof typeof fr, string> = {
  due: 'bis {date}',
  'last.today': 'heute, letzter Tag',
  'last.tomorrow': 'letzter Tag: morgen',
  overdue: 'überfällig, {date}',

  'date.span': '{first} bis {last}',
  'date.pair': '{first} und {last}',
  'date.separator': '; ',
  'date.holiday': '{day}, {holiday}',

  'reckoning.clear_days_before':
    '{days, plural, =1 {1 voller Tag liegt dazwischen} other {# volle Tage liegen dazwischen}} ({span}); weder der Tag {act} noch der Tag der Sitzung zählt mit',
  'reckoning.clear_days_after':
    '{days, plural, =1 {1 voller Tag trennt ihn} other {# volle Tage trennen ihn}} von {from} ({span}); keiner der beiden Tage zählt mit',
  'reckoning.days':
    '{days, plural, =1 {1 Tag} other {# Tage}} ab dem Tag nach {from} ({span}); der Tag des Fristablaufs zählt mit',
  'reckoning.working_days':
    '{days, plural, =1 {1 Werktag} other {# Werktage}} ab dem Tag nach {from} ({span}); der Tag des Fristablaufs zählt mit',
  'reckoning.office_days':
    '{days, plural, =1 {1 Werktag gezählt} other {# Werktage gezählt}} ab dem Tag nach {from}, ohne Feiertage und Schließungstage ({span}); der Fälligkeitstag zählt',
  'reckoning.office_days_before':
    '{days, plural, =1 {1 Werktag} other {# Werktage}} vor {from}, ohne Feiertage und Schließungstage ({span}); dieser Tag zählt nicht',
  'reckoning.months':
    '{months, plural, =1 {1 Monat} other {# Monate}} ab dem Tag {act} ({from}), bis zum gleichen Tag des Monats; der Tag des Fristablaufs zählt mit',
  'reckoning.shorter_month':
    'der Monat des Fristablaufs hat keinen {day}. Tag: Die Frist endet am letzten Tag',
  'reckoning.term':
    '{share, select, whole {das Ende der Legislaturperiode ({span})} half {die Hälfte der Legislaturperiode ({span}), in ganzen Tagen} other {{numerator}/{denominator} der Legislaturperiode ({span}), in ganzen Tagen}}',
  'reckoning.skipped_weekdays': 'arbeitsfreie Wochentage zählen nicht mit',
  'reckoning.skipped_holidays':
    '{count, plural, =1 {nicht mitgezählter Feiertag} other {nicht mitgezählte Feiertage}}: {list}',
  'reckoning.skipped_closings':
    '{count, plural, =1 {nicht gezählter Schließungstag} other {nicht gezählte Schließungstage}}: {list}',
  'reckoning.moved':
    'die Frist verschiebt sich von {from} auf {to}, weil sie nicht an einem Feiertag oder arbeitsfreien Tag enden kann ({list})',

  'act.other': 'der Handlung',

  'holiday.new_year': 'Neujahr',
  'holiday.easter_monday': 'Ostermontag',
  'holiday.labour_day': 'Tag der Arbeit',
  'holiday.ascension': 'Christi Himmelfahrt',
  'holiday.whit_monday': 'Pfingstmontag',
  'holiday.national_day': 'Nationalfeiertag',
  'holiday.assumption': 'Mariä Himmelfahrt',
  'holiday.french_community_day': 'Tag der Französischen Gemeinschaft',
  'holiday.all_saints': 'Allerheiligen',
  'holiday.all_souls': 'Allerseelen',
  'holiday.armistice': 'Waffenstillstand',
  'holiday.kings_feast': 'Königsfest',
  'holiday.christmas': 'Weihnachten',
  'holiday.boxing_day': 'Zweiter Weihnachtstag',
  'holiday.closing_day': 'Schließung der Verwaltung',
}
