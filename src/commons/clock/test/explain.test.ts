import { inLanguage } from '#kernel/i18n'
import { expect, test } from 'vitest'
import {
  clearDaysAfter,
  clearDaysBefore,
  daysAfter,
  explain,
  momentIn,
  monthsAfter,
  officeCalendar,
  spokenDay,
  spokenSpan,
  supervisionCalendar,
  workingDaysAfter,
} from '../index.ts'

const on = (text: string) => Temporal.PlainDate.from(text)
const council = on('2026-06-25')

test('clear days before an event name the days between, and what does not count', () => {
  expect(explain(clearDaysBefore(council, 1))).toBe(
    '1 jour franc l’en sépare (24 juin)\u00A0; ni le jour de l’acte ni celui de la séance ne comptent.',
  )
  expect(inLanguage('en', () => explain(clearDaysBefore(council, 7)))).toBe(
    '7 clear days separate them (18 to 24 June); neither the day of the act nor that of the meeting counts.',
  )
  expect(explain(clearDaysAfter(on('2026-06-01'), 2))).toBe(
    '2 jours francs le séparent du lundi 1er juin (2 et 3 juin)\u00A0; ni l’un ni l’autre jour ne compte.',
  )
})

test('a due day that moves tells from where, to where and over which days (L3113-2)', () => {
  const reckoning = daysAfter(on('2026-04-01'), 30, supervisionCalendar)
  expect(explain(reckoning)).toBe(
    '30 jours comptés dès le lendemain du mercredi 1er avril (2 avril au 1er mai)\u00A0; le jour de l’échéance compte. ' +
      'L’échéance passe du vendredi 1er mai au lundi 4 mai, parce qu’elle ne peut tomber un jour férié ou non travaillé ' +
      '(vendredi 1er mai, fête du Travail\u00A0; samedi 2 mai\u00A0; dimanche 3 mai).',
  )
  expect(inLanguage('en', () => explain(reckoning))).toContain(
    '(Friday 1 May, Labour Day; Saturday 2 May; Sunday 3 May).',
  )
})

test('working days name the holidays that did not count', () => {
  expect(explain(workingDaysAfter(on('2026-04-01'), 10, officeCalendar))).toBe(
    '10 jours ouvrables comptés dès le lendemain du mercredi 1er avril (2 au 16 avril)\u00A0; le jour de l’échéance compte. ' +
      'Les jours de la semaine non travaillés ne comptent pas. ' +
      'Jour férié non compté\u00A0: lundi 6 avril, lundi de Pâques.',
  )
})

test('months name the day that they count from, in its year, and the day that a month lacks', () => {
  expect(explain(monthsAfter(on('2026-08-31'), 1))).toBe(
    '1 mois à compter de l’acte (lundi 31 août 2026), jusqu’au même jour du mois\u00A0; le jour de l’échéance compte. ' +
      'Le mois de l’échéance n’a pas de 31\u00A0: elle tombe le dernier jour.',
  )
})

test('a share of a term says which share of which term', () => {
  const explained = (numerator: number, denominator: number) =>
    explain(momentIn(on('2024-12-02'), on('2030-12-01'), { numerator, denominator }))
  const span = '2 décembre 2024 au 1er décembre 2030'
  expect(explained(1, 2)).toBe(`la moitié de la législature (${span}), en jours entiers.`)
  expect(explained(2, 2)).toBe(`la fin de la législature (${span}).`)
  expect(explained(2, 3)).toBe(`2/3 de la législature (${span}), en jours entiers.`)
  expect(inLanguage('en', () => explained(1, 2))).toBe(
    'half of the term (2 December 2024 to 1 December 2030), in whole days.',
  )
})

test('the first of a month is « 1er », the eleventh, twenty-first and thirty-first are not', () => {
  expect(spokenDay(on('2026-06-17'))).toBe('mercredi 17 juin')
  expect(spokenDay(on('2026-06-01'))).toBe('lundi 1er juin')
  expect(spokenDay(on('2019-12-24'))).toBe('mardi 24 décembre 2019')
  expect(spokenDay(on('2026-06-11'))).toBe('jeudi 11 juin')
  expect(spokenSpan(on('2026-07-01'), on('2026-07-21'))).toBe('1er au 21 juillet')
  expect(spokenSpan(on('2026-07-31'), on('2026-08-01'))).toBe('31 juillet et 1er août')
})

test('a span says its month once, and its years only when they differ', () => {
  expect(spokenSpan(on('2026-05-28'), on('2026-06-03'))).toBe('28 mai au 3 juin')
  expect(spokenSpan(on('2026-12-29'), on('2027-01-04'))).toBe('29 décembre 2026 au 4 janvier 2027')
})

test('in German a day bears its dot, with its month and without', () => {
  inLanguage('de', () => {
    expect(spokenDay(on('2026-06-17'))).toBe('Mittwoch, 17. Juni')
    expect(spokenSpan(on('2026-06-18'), on('2026-06-24'))).toBe('18. bis 24. Juni')
    expect(spokenSpan(on('2026-05-28'), on('2026-06-03'))).toBe('28. Mai bis 3. Juni')
  })
  inLanguage('nl', () => {
    expect(spokenSpan(on('2026-06-18'), on('2026-06-24'))).toBe('18 tot en met 24 juni')
  })
})
