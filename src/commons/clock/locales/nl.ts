import type { fr } from './fr.ts'

export const nl: Record<keyof typeof fr, string> = {
  due: 'uiterlijk {date}',
  'last.today': 'vandaag, laatste dag',
  'last.tomorrow': 'laatste dag: morgen',
  overdue: 'te laat, {date}',

  'date.span': '{first} tot en met {last}',
  'date.pair': '{first} en {last}',
  'date.separator': '; ',
  'date.holiday': '{day}, {holiday}',

  'reckoning.clear_days_before':
    '{days, plural, =1 {1 vrije dag ligt ertussen} other {# vrije dagen liggen ertussen}} ({span}); noch de dag {act} noch die van de zitting telt mee',
  'reckoning.clear_days_after':
    '{days, plural, =1 {1 vrije dag scheidt hem} other {# vrije dagen scheiden hem}} van {from} ({span}); geen van beide dagen telt mee',
  'reckoning.days':
    '{days, plural, =1 {1 dag} other {# dagen}} vanaf de dag na {from} ({span}); de vervaldag telt mee',
  'reckoning.working_days':
    '{days, plural, =1 {1 werkdag} other {# werkdagen}} vanaf de dag na {from} ({span}); de vervaldag telt mee',
  'reckoning.office_days':
    '{days, plural, =1 {1 werkdag geteld} other {# werkdagen geteld}} vanaf de dag na {from}, zonder feestdagen en sluitingsdagen ({span}); de vervaldag telt mee',
  'reckoning.office_days_before':
    '{days, plural, =1 {1 werkdag} other {# werkdagen}} voor {from}, zonder feestdagen en sluitingsdagen ({span}); die dag telt niet mee',
  'reckoning.months':
    '{months, plural, =1 {1 maand} other {# maanden}} vanaf de dag {act} ({from}), tot dezelfde dag van de maand; de vervaldag telt mee',
  'reckoning.shorter_month':
    'de maand van de vervaldag heeft geen dag {day}: hij valt op de laatste dag',
  'reckoning.term':
    '{share, select, whole {het einde van de legislatuur ({span})} half {de helft van de legislatuur ({span}), in hele dagen} other {{numerator}/{denominator} van de legislatuur ({span}), in hele dagen}}',
  'reckoning.skipped_weekdays': 'de weekdagen waarop niet wordt gewerkt, tellen niet mee',
  'reckoning.skipped_holidays':
    '{count, plural, =1 {niet meegetelde feestdag} other {niet meegetelde feestdagen}}: {list}',
  'reckoning.skipped_closings':
    '{count, plural, =1 {niet getelde sluitingsdag} other {niet getelde sluitingsdagen}}: {list}',
  'reckoning.moved':
    'de vervaldag verschuift van {from} naar {to}, omdat hij niet op een feestdag of een niet-werkdag kan vallen ({list})',

  'act.other': 'van de handeling',

  'holiday.new_year': 'Nieuwjaar',
  'holiday.easter_monday': 'paasmaandag',
  'holiday.labour_day': 'Dag van de Arbeid',
  'holiday.ascension': 'Hemelvaart',
  'holiday.whit_monday': 'pinkstermaandag',
  'holiday.national_day': 'nationale feestdag',
  'holiday.assumption': 'O.L.V.-Hemelvaart',
  'holiday.french_community_day': 'feest van de Franse Gemeenschap',
  'holiday.all_saints': 'Allerheiligen',
  'holiday.all_souls': 'Allerzielen',
  'holiday.armistice': 'Wapenstilstand',
  'holiday.kings_feast': 'Koningsfeest',
  'holiday.christmas': 'Kerstmis',
  'holiday.boxing_day': 'tweede kerstdag',
  'holiday.closing_day': 'sluiting van de administratie',
}
