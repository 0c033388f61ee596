import { describe, expect, test } from 'vitest'
import { formatDate } from '#kernel/i18n'
import { day, localDateTime, optionalDay } from '../index.ts'
import { typedByHand } from '../dates.ts'
import { refusal } from './refusal.ts'

test('that is not answered is told so once, typed or sent', () => {
  for (const schema of [day(), localDateTime()])
    for (const nothing of ['', undefined])
      expect(refusal(schema, nothing)).toBe('Cette réponse est nécessaire.')
})

describe('a local date and time', () => {
  const at = (text: string) => localDateTime().parse(text).toString()

  test('is in the time of the authority, summer and winter', () => {
    expect(at('2026-06-25T20:00')).toBe('2026-06-25T18:00:00Z')
    expect(at('2026-12-25T20:00')).toBe('2026-12-25T19:00:00Z')
  })

  test('with its offset is that very instant', () => {
    expect(at('2026-06-25T20:00:00Z')).toBe('2026-06-25T20:00:00Z')
    expect(at('2026-06-25T20:00:00+03:00')).toBe('2026-06-25T17:00:00Z')
  })

  test('in a form is the hour of here: an offset says which of two is meant, and nothing else (18)', () => {
    const told = (text: string) => typedByHand(() => refusal(localDateTime(), text))
    for (const text of [
      '2026-12-10T10:00:00+05:00',
      '2026-12-10T10:00:00Z',
      '2026-12-10T10:00:00+01:00',
      '2026-10-25T02:30:00+05:00',
    ])
      expect(told(text), text).toContain('sans décalage')
    expect(told('2026-10-25T02:30:00+02:00')).toBe('')
    expect(told('2026-12-10T10:00')).toBe('')
  })

  test('exists', () => {
    for (const text of ['2026-02-30T20:00', '2026-06-25', '25/06/2026', '', '2026-06-25T25:00'])
      expect(localDateTime().safeParse(text).success, text).toBe(false)
  })

  test('is in a year that a calendar has, and can be stored', () => {
    for (const text of [
      '0000-06-25T20:00',
      '9999-12-31T23:59:00-12:00',
      '0001-01-01T00:00:00+14:00',
    ])
      expect(localDateTime().safeParse(text).success, text).toBe(false)
    expect(at('2026-01-01T00:30')).toBe('2025-12-31T23:30:00Z')
  })

  test('is on the clocks of the authority: one that they skip in March is none', () => {
    const message = localDateTime().safeParse('2026-03-29T02:30').error?.issues[0]?.message
    expect(message).toBe('http.field.no_such_hour')
    expect(at('2026-03-29T03:30')).toBe('2026-03-29T01:30:00Z')
  })

  test('in the hour that comes twice in October is asked for again, unless it bears its offset (T5)', () => {
    const twice = refusal(localDateTime(), '2026-10-25T02:30')
    expect(twice).toContain('deux fois')
    expect(twice).toContain('avant 2:00 ou dès 3:00')
    expect(at('2026-10-25T02:30:00+02:00')).toBe('2026-10-25T00:30:00Z')
    expect(at('2026-10-25T02:30:00+01:00')).toBe('2026-10-25T01:30:00Z')
    expect(at('2026-10-25T01:59')).toBe('2026-10-24T23:59:00Z')
    expect(at('2026-10-25T03:00')).toBe('2026-10-25T02:00:00Z')
  })

  test('is in a year that is plausible there (T5)', () => {
    const meeting = localDateTime({ since: 1990, ahead: 10 })
    for (const text of [
      '0026-06-25T20:00',
      '1900-06-25T20:00',
      '9999-06-25T20:00',
      '9999-06-25T20:00:00Z',
    ])
      expect(refusal(meeting, text), text).toContain(`L’année ${Number(text.slice(0, 4))} étonne`)
    expect(meeting.safeParse('1990-01-01T00:00').success).toBe(true)
  })
})

test('a day exists', () => {
  expect(day().parse('2024-02-29').toString()).toBe('2024-02-29')
  expect(day().safeParse('0000-01-01').success).toBe(false)
  for (const text of ['2026-02-29', '2026-6-5', '', '2026-06-25T20:00'])
    expect(day().safeParse(text).success, text).toBe(false)
})

test('a day is in a year that is plausible for it (T5)', () => {
  const soon = Temporal.Now.plainDateISO().year + 10
  for (const text of ['0026-06-25', '0001-01-01', '1926-06-25', '9999-01-01', '2926-06-25'])
    expect(refusal(day(), text), text).toContain(`L’année ${Number(text.slice(0, 4))} étonne ici`)
  expect(refusal(day({ since: 1990, ahead: 10 }), '1989-12-31')).toContain(`entre 1990 et ${soon}`)
  expect(refusal(optionalDay({ since: 1990, ahead: 10 }), `${soon + 1}-01-01`)).toContain('étonne')
  for (const text of ['1990-01-01', `${soon}-12-31`])
    expect(refusal(day({ since: 1990, ahead: 10 }), text), text).toBe('')
  expect(formatDate(Temporal.PlainDate.from('0026-06-25'), 'short')).not.toContain('1926')
})

test('a day may be left out where it is optional', () => {
  expect(optionalDay().parse('2026-06-25')?.toString()).toBe('2026-06-25')
  expect([optionalDay().parse(''), optionalDay().parse(null)]).toEqual([null, null])
  for (const wrong of ['2026-02-30', ' ', '25/06/2026', undefined])
    expect(optionalDay().safeParse(wrong).success, String(wrong)).toBe(false)
})
