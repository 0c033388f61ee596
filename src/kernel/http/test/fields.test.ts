import { describe, expect, test } from 'vitest'
import { day, flag, integer, isId, line, localDateTime, optionalId, uploads } from '../index.ts'

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
})

test('a day exists', () => {
  expect(day().parse('2024-02-29').toString()).toBe('2024-02-29')
  for (const text of ['2026-02-29', '2026-6-5', '', '2026-06-25T20:00'])
    expect(day().safeParse(text).success, text).toBe(false)
})

test('a line holds a word, without the blanks around it', () => {
  expect(line().parse('  Rue du Moulin ')).toBe('Rue du Moulin')
  for (const text of ['', '   ', '\n\t', 'a'.repeat(201)])
    expect(line().safeParse(text).success, JSON.stringify(text.slice(0, 9))).toBe(false)
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
  expect(uploads().parse(undefined)).toEqual([])
  expect(uploads().parse(file)).toEqual([file])
  expect(uploads().parse([file, file])).toHaveLength(2)
  expect(uploads().safeParse('a.txt').success).toBe(false)
  expect(uploads(1).safeParse([file, file]).success).toBe(false)
})
