/** What a reckoned date says of itself; in French, U+00A0 before : and ; */
export const fr = {
  due: 'pour le {date}',
  'last.today': 'aujourd’hui, dernier jour',
  'last.tomorrow': 'dernier jour\u00A0: demain',
  overdue: 'en retard, {date}',

  'date.span': '{first} au {last}',
  'date.pair': '{first} et {last}',
  'date.separator': '\u00A0; ',
  'date.holiday': '{day}, {holiday}',

  'reckoning.clear_days_before':
    '{days, plural, =1 {1 jour franc l’en sépare} other {# jours francs l’en séparent}} ({span})\u00A0; ni le jour {act} ni celui de la séance ne comptent',
  'reckoning.clear_days_after':
    '{days, plural, =1 {1 jour franc le sépare} other {# jours francs le séparent}} du {from} ({span})\u00A0; ni l’un ni l’autre jour ne compte',
  'reckoning.days':
    '{days, plural, =1 {1 jour compté} other {# jours comptés}} dès le lendemain du {from} ({span})\u00A0; le jour de l’échéance compte',
  'reckoning.working_days':
    '{days, plural, =1 {1 jour ouvrable compté} other {# jours ouvrables comptés}} dès le lendemain du {from} ({span})\u00A0; le jour de l’échéance compte',
  'reckoning.office_days':
    '{days, plural, =1 {1 jour ouvrable compté} other {# jours ouvrables comptés}} dès le lendemain du {from}, hors jours fériés et jours de fermeture ({span})\u00A0; le jour de l’échéance compte',
  'reckoning.office_days_before':
    '{days, plural, =1 {1 jour ouvrable} other {# jours ouvrables}} avant le {from}, hors jours fériés et jours de fermeture ({span})\u00A0; ce jour-là ne compte pas',
  'reckoning.months':
    '{months, plural, =1 {1 mois} other {# mois}} à compter {act} ({from}), jusqu’au même jour du mois\u00A0; le jour de l’échéance compte',
  'reckoning.shorter_month':
    'le mois de l’échéance n’a pas de {day}\u00A0: elle tombe le dernier jour',
  'reckoning.term':
    '{share, select, whole {la fin de la législature ({span})} half {la moitié de la législature ({span}), en jours entiers} other {{numerator}/{denominator} de la législature ({span}), en jours entiers}}',
  'reckoning.skipped_weekdays': 'les jours de la semaine non travaillés ne comptent pas',
  'reckoning.skipped_holidays':
    '{count, plural, =1 {jour férié non compté} other {jours fériés non comptés}}\u00A0: {list}',
  'reckoning.skipped_closings':
    '{count, plural, =1 {jour de fermeture non compté} other {jours de fermeture non comptés}}\u00A0: {list}',
  'reckoning.moved':
    'l’échéance passe du {from} au {to}, parce qu’elle ne peut tomber un jour férié ou non travaillé ({list})',

  'act.other': 'de l’acte',

  'holiday.new_year': 'Nouvel An',
  'holiday.easter_monday': 'lundi de Pâques',
  'holiday.labour_day': 'fête du Travail',
  'holiday.ascension': 'Ascension',
  'holiday.whit_monday': 'lundi de Pentecôte',
  'holiday.national_day': 'fête nationale',
  'holiday.assumption': 'Assomption',
  'holiday.french_community_day': 'fête de la Communauté française',
  'holiday.all_saints': 'Toussaint',
  'holiday.all_souls': 'jour des Morts',
  'holiday.armistice': 'Armistice',
  'holiday.kings_feast': 'fête du Roi',
  'holiday.christmas': 'Noël',
  'holiday.boxing_day': 'lendemain de Noël',
  'holiday.closing_day': 'fermeture de l’administration',
} as const
