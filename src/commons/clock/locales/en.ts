import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  due: 'for {date}',
  'last.today': 'today, the last day',
  'last.tomorrow': 'last day: tomorrow',
  overdue: 'overdue, {date}',

  'date.span': '{first} to {last}',
  'date.pair': '{first} and {last}',
  'date.separator': '; ',
  'date.holiday': '{day}, {holiday}',

  'reckoning.clear_days_before':
    '{days, plural, =1 {1 clear day separates} other {# clear days separate}} them ({span}); neither the day of {act} nor that of the meeting counts',
  'reckoning.clear_days_after':
    '{days, plural, =1 {1 clear day separates} other {# clear days separate}} it from {from} ({span}); neither of the two days counts',
  'reckoning.days':
    '{days, plural, =1 {1 day} other {# days}} counted from the day after {from} ({span}); the due day counts',
  'reckoning.working_days':
    '{days, plural, =1 {1 working day} other {# working days}} counted from the day after {from} ({span}); the due day counts',
  'reckoning.office_days':
    '{days, plural, =1 {1 working day counted} other {# working days counted}} from the day after {from}, without holidays and closing days ({span}); the due day counts',
  'reckoning.office_days_before':
    '{days, plural, =1 {1 working day} other {# working days}} before {from}, without holidays and closing days ({span}); that day does not count',
  'reckoning.months':
    '{months, plural, =1 {1 month} other {# months}} from {act} ({from}), to the same day of the month; the due day counts',
  'reckoning.shorter_month': 'the month of the due day has no {day}: it falls on the last day',
  'reckoning.term':
    '{share, select, whole {the end of the term ({span})} half {half of the term ({span}), in whole days} other {{numerator}/{denominator} of the term ({span}), in whole days}}',
  'reckoning.skipped_weekdays': 'weekdays that are not worked do not count',
  'reckoning.skipped_holidays':
    '{count, plural, =1 {holiday} other {holidays}} not counted: {list}',
  'reckoning.skipped_closings':
    '{count, plural, =1 {closing day not counted} other {closing days not counted}}: {list}',
  'reckoning.moved':
    'the due day moves from {from} to {to}, because it may not be a holiday or a day that is not worked ({list})',

  'act.other': 'the act',

  'holiday.new_year': 'New Year’s Day',
  'holiday.easter_monday': 'Easter Monday',
  'holiday.labour_day': 'Labour Day',
  'holiday.ascension': 'Ascension Day',
  'holiday.whit_monday': 'Whit Monday',
  'holiday.national_day': 'National Day',
  'holiday.assumption': 'Assumption Day',
  'holiday.french_community_day': 'Day of the French Community',
  'holiday.all_saints': 'All Saints’ Day',
  'holiday.all_souls': 'All Souls’ Day',
  'holiday.armistice': 'Armistice Day',
  'holiday.kings_feast': 'King’s Feast',
  'holiday.christmas': 'Christmas Day',
  'holiday.boxing_day': 'Boxing Day',
  'holiday.closing_day': 'offices closed',
}
