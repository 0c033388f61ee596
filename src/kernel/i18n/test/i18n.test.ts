import { expect, test } from 'vitest'
import {
  addCatalogue,
  euros,
  formatDate,
  formatTime,
  inLanguage,
  type MessageKey,
  missingMessages,
  percent,
  preferredLanguage,
  t,
} from '../index.ts'

test('the first of a month is « 1er » in French', () => {
  expect(formatDate(Temporal.PlainDate.from('2026-06-01'))).toBe('lundi 1er juin 2026')
  expect(formatDate(Temporal.PlainDate.from('2026-06-21'))).toBe('dimanche 21 juin 2026')
})

test.for([
  ['fr', 'lundi 1er juin 2026', '01/06/2026', '1 250 000,50 €', '65 %', '20 h 04'],
  ['de', 'Montag, 1. Juni 2026', '01.06.2026', '1.250.000,50 €', '65 %', '20:04 Uhr'],
  ['nl', 'maandag 1 juni 2026', '01/06/2026', '€ 1.250.000,50', '65%', '20.04 uur'],
  ['en', 'Monday, 1 June 2026', '01/06/2026', '€1,250,000.50', '65%', '20:04'],
] as const)('%s writes days, amounts and hours as Belgians do', ([spoken, ...expected]) => {
  const day = Temporal.PlainDate.from('2026-06-01')
  const evening = Temporal.Instant.from('2026-06-01T18:04:00Z')
  const written = inLanguage(spoken, () => [
    ...[formatDate(day), formatDate(day, 'short'), euros(125_000_050), percent(65)],
    formatTime(evening),
  ])
  expect(written.map((text) => text.replaceAll(/[\u00A0\u202F]/g, ' '))).toEqual(expected)
})

test('numbers within sentences are written as in figures: a point is no sign of thousands in English (I8)', () => {
  addCatalogue('planted', { fr: { sum: '{n, number} MWh' }, en: { sum: '{n, number} MWh' } })
  const sum: string = 'planted.sum'
  // A planted catalogue has no types of its own.
  const said = (spoken: 'fr' | 'en') =>
    inLanguage(spoken, () => t(sum as MessageKey, { n: 1322.5 }))
  expect(said('en')).toBe('1,322.5 MWh')
  expect(said('fr').replaceAll(/\s/g, ' ')).toBe('1 322,5 MWh')
})

test('an instant is told in the time of the authority, summer time included', () => {
  expect(formatTime(Temporal.Instant.from('2026-06-25T18:04:00Z'))).toBe('20\u00A0h\u00A004')
  expect(formatTime(Temporal.Instant.from('2026-12-25T19:00:00Z'))).toBe('20\u00A0h')
  expect(inLanguage('en', () => formatTime(Temporal.Instant.from('2026-06-25T18:04:00Z')))).toBe(
    '20:04',
  )
})

test('of the languages offered, a browser gets the one that it asks for most', () => {
  expect(preferredLanguage('de-DE,de;q=0.9')).toBe('de')
  expect(preferredLanguage('nl-BE,en;q=0.5', ['fr', 'en'])).toBe('en')
  expect(preferredLanguage('en;q=0.2, nl-BE;q=0.8')).toBe('nl')
  expect(preferredLanguage('en;q=0, nl;q=0.1')).toBe('nl')
})

test('a browser that asks for none of the languages offered gets the first', () => {
  expect(preferredLanguage('pl,ru;q=0.9')).toBe('fr')
  expect(preferredLanguage('fr', ['de', 'nl'])).toBe('de')
  expect(preferredLanguage(undefined, ['nl', 'fr'])).toBe('nl')
})

test('what a language does not say yet is said in French, and listed', () => {
  const both: string = 'planted.greeting'
  const frenchOnly: string = 'planted.farewell'
  addCatalogue('planted', {
    fr: { greeting: 'Bonjour {name}', farewell: 'Au revoir {name}' },
    de: { greeting: 'Guten Tag {name}' },
  })
  // A planted catalogue has no types of its own.
  const say = (key: string) => inLanguage('de', () => t(key as MessageKey, { name: 'Aline' }))
  expect(say(both)).toBe('Guten Tag Aline')
  expect(say(frenchOnly)).toBe('Au revoir Aline')
  expect(missingMessages('de')).toContain(frenchOnly)
  expect(missingMessages('de')).not.toContain(both)
})
