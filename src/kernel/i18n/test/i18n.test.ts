import { expect, test } from 'vitest'
import { formatDate, formatTime, inLanguage, preferredLanguage } from '../index.ts'

test('the first of a month is « 1er » in French', () => {
  expect(formatDate(Temporal.PlainDate.from('2026-06-01'))).toBe('lundi 1er juin 2026')
  expect(formatDate(Temporal.PlainDate.from('2026-06-21'))).toBe('dimanche 21 juin 2026')
})

test('an instant is told in the time of the authority, summer time included', () => {
  expect(formatTime(Temporal.Instant.from('2026-06-25T18:04:00Z'))).toBe('20\u00A0h\u00A004')
  expect(formatTime(Temporal.Instant.from('2026-12-25T19:00:00Z'))).toBe('20\u00A0h')
  expect(inLanguage('en', () => formatTime(Temporal.Instant.from('2026-06-25T18:04:00Z')))).toBe(
    '20:04',
  )
})

test('a browser that asks for neither French nor English gets French', () => {
  expect(preferredLanguage('de-DE,de;q=0.9')).toBe('fr')
  expect(preferredLanguage('nl-BE,en;q=0.5')).toBe('en')
})
