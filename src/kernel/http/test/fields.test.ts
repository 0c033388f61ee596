import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  cents,
  day,
  decimal,
  flag,
  id,
  integer,
  isId,
  keptText,
  line,
  localDateTime,
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalLine,
  several,
  uploads,
} from '../index.ts'

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
      expect(localDateTime().safeParse(text).error?.issues[0]?.message, text).toBe(
        'http.field.date',
      )
    expect(at('2026-01-01T00:30')).toBe('2025-12-31T23:30:00Z')
  })

  test('is on the clocks of the authority: one that they skip in March is none', () => {
    const message = localDateTime().safeParse('2026-03-29T02:30').error?.issues[0]?.message
    expect(message).toBe('http.field.no_such_hour')
    expect(at('2026-03-29T03:30')).toBe('2026-03-29T01:30:00Z')
    expect(at('2026-10-25T02:30')).toBe('2026-10-25T00:30:00Z')
  })
})

test('a day exists', () => {
  expect(day().parse('2024-02-29').toString()).toBe('2024-02-29')
  expect(day().safeParse('0000-01-01').success).toBe(false)
  for (const text of ['2026-02-29', '2026-6-5', '', '2026-06-25T20:00'])
    expect(day().safeParse(text).success, text).toBe(false)
})

test('a line holds a word, without the blanks around it', () => {
  expect(line().parse('  Rue du Moulin ')).toBe('Rue du Moulin')
  for (const text of ['', '   ', '\n\t', 'a'.repeat(201)])
    expect(line().safeParse(text).success, JSON.stringify(text.slice(0, 9))).toBe(false)
})

test('a text of nothing that is seen is empty', () => {
  const unseen = ['\u200B', '\u200D \uFEFF', '\u3164', '\u00AD\u2060', '\u2800']
  for (const text of unseen) {
    expect(line().safeParse(text).success, JSON.stringify(text)).toBe(false)
    expect(optionalLine().parse(text)).toBe('')
  }
  expect(line().parse('👩\u200D👧 e\u0301')).toBe('👩\u200D👧 e\u0301')
})

test('a text holds no character that a later step could not carry', () => {
  for (const wrong of ['\uFFFE', '\uFFFF', '\uFDD0', '\u{1FFFE}', '\u0008', '\u001B', '\uD800'])
    for (const schema of [line(), optionalLine(), keptText(20)])
      expect(schema.safeParse(`a${wrong}b`).error?.issues[0]?.message, JSON.stringify(wrong)).toBe(
        'http.field.character',
      )
  expect(optionalLine().parse('une\tligne\r\net une autre')).toBe('une\tligne\r\net une autre')
})

test('a number is written in figures', () => {
  for (const text of ['0x3', '1e1', '0b11', '0o7'])
    expect(
      [integer(1, 10), decimal()].map((schema) => schema.safeParse(text).success),
      text,
    ).toEqual([false, false])
  expect(
    integer(1, 10)
      .safeParse('')
      .error?.issues.map(({ message }) => message),
  ).toEqual(['http.field.required'])
})

test('a number is whole and within its bounds', () => {
  expect(integer(1, 10).parse('7')).toBe(7)
  for (const text of ['0', '11', '1.5', 'x', '1e9', ' ', '-1'])
    expect(integer(1, 10).safeParse(text).success, text).toBe(false)
})

test('a box is ticked or not, and nothing else', () => {
  expect([undefined, 'on', true, false].map((sent) => flag().parse(sent))).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(flag().safeParse('perhaps').success).toBe(false)
})

test('an id is one, or nothing was chosen', () => {
  const id = '018f2f5e-0000-7000-8000-000000000000'
  expect(['', null, undefined, id].map((sent) => optionalId().parse(sent))).toEqual([
    null,
    null,
    null,
    id,
  ])
  for (const text of ['abc', `${id} `, `${id}\n`, '\0', `{${id}}`])
    expect([isId(text), optionalId().safeParse(text).success]).toEqual([false, false])
})

test('files come alone, several or not at all, and are files', () => {
  const file = new File(['a'], 'a.txt')
  const empty = new File([], 'vide.txt')
  expect(uploads().parse(new File([], ''))).toEqual([])
  expect(uploads().safeParse([file, empty]).error?.issues[0]?.message).toBe('http.field.empty_file')
  expect(uploads(1, { empty: true }).parse(empty)).toEqual([empty])
  expect(uploads().parse(undefined)).toEqual([])
  expect(uploads().parse(file)).toEqual([file])
  expect(uploads().parse([file, file])).toHaveLength(2)
  expect(uploads().safeParse('a.txt').success).toBe(false)
  expect(uploads(1).safeParse([file, file]).success).toBe(false)
})

test('a number is typed with a comma or a point, and spaces between thousands', () => {
  for (const [typed, value] of [
    ['1 250,5', 1250.5],
    ['1\u00A0250,5', 1250.5],
    ['1\u202F250.50', 1250.5],
    ['-3', -3],
    [' 7 ', 7],
    ['0', 0],
  ] as const)
    expect(decimal().parse(typed), typed).toBe(value)
  expect(decimal().parse(2.5)).toBe(2.5)
  for (const wrong of [
    '',
    ' ',
    'un',
    '1,2,3',
    '1.250,5',
    'NaN',
    'Infinity',
    '12 €',
    '\0',
    Infinity,
    NaN,
  ])
    expect(decimal().safeParse(wrong).success, String(wrong)).toBe(false)
})

test('a number may be left out where it is optional, and is nothing then, not nought', () => {
  expect(['', null, undefined, '0'].map((sent) => optionalDecimal().parse(sent))).toEqual([
    null,
    null,
    null,
    0,
  ])
  expect(optionalDecimal().safeParse('peu').success).toBe(false)
})

test('euros are kept in whole cents', () => {
  for (const [typed, value] of [
    ['1 250,50', 125_050],
    ['0,1', 10],
    ['4,35', 435],
    ['-2,5', -250],
    ['1000000000000', 100_000_000_000_000],
  ] as const)
    expect(cents().parse(typed), typed).toBe(value)
  for (const [typed, value] of [
    ['1 234,56', 123_456],
    ['1\u202F234,56 €', 123_456],
    ['1.234,56', 123_456],
    ['1,234.56', 123_456],
    ['1.234.567', 123_456_700],
    ['12.34', 1234],
  ] as const)
    expect(cents().parse(typed), typed).toBe(value)
  for (const twofold of ['12.345', '12,345', '-1.000'])
    expect(cents().safeParse(twofold).error?.issues[0]?.message).toBe('http.field.twofold')
  for (const wrong of ['1000000000000,01', '-1e300', 'gratuit', '', '1 23', '1.23.456', '1,5,2'])
    expect(cents().safeParse(wrong).success, wrong).toBe(false)
})

test('boxes of a name come alone, several, none, or are not on the form at all', () => {
  const ids = several(integer(1, 17))
  expect(ids.parse('3')).toEqual([3])
  expect(ids.parse(['', '3', '4'])).toEqual([3, 4])
  expect(ids.parse('')).toEqual([])
  expect(ids.parse([])).toEqual([])
  expect(ids.parse(undefined)).toBeUndefined()
  expect(z.object({ ids }).parse({}).ids).toBeUndefined()
  for (const wrong of ['18', ['3', 'x'], null, [null]])
    expect(ids.safeParse(wrong).success).toBe(false)
  expect(several(id()).safeParse(['a']).success).toBe(false)
  expect(ids.parse(['1', 1, '2', '1'])).toEqual([1, 2])
  expect(several(integer(1, 9999), 3).safeParse(['1', '2', '3', '4']).success).toBe(false)
  const one = '018f2f5e-0000-7000-8000-00000000000a'
  expect(several(id()).parse([one, one.toUpperCase()])).toEqual([one])
})

test('a day may be left out where it is optional', () => {
  expect(optionalDay().parse('2026-06-25')?.toString()).toBe('2026-06-25')
  expect([optionalDay().parse(''), optionalDay().parse(null)]).toEqual([null, null])
  for (const wrong of ['2026-02-30', ' ', '25/06/2026', undefined])
    expect(optionalDay().safeParse(wrong).success, String(wrong)).toBe(false)
})

test('a text that a form leaves out stays, one that it empties is empty', () => {
  const fields = z.object({ text: keptText(5) })
  expect(fields.parse({})).toEqual({})
  expect(fields.parse({ text: ' ' })).toEqual({ text: '' })
  expect(fields.parse({ text: ' deux ' })).toEqual({ text: 'deux' })
  expect(fields.safeParse({ text: 'a'.repeat(6) }).success).toBe(false)
  expect(fields.safeParse({ text: null }).success).toBe(false)
})
