import { expect, test } from 'vitest'
import type { z } from 'zod'
import { inLanguage } from '#kernel/i18n'
import {
  amountWithin,
  cents,
  decimal,
  integer,
  optionalDecimal,
  typedNumber,
  year,
} from '../index.ts'
import { refusal } from './refusal.ts'

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

test('a number that is left out is told to be missing, not to be of a wrong form', () => {
  for (const schema of [integer(1, 10), decimal(), amountWithin(0, 9).or(cents(0, 9))])
    expect(refusal(schema, undefined)).toBe('Cette réponse est nécessaire.')
})

test('a number is whole and within its bounds', () => {
  expect(integer(1, 10).parse('7')).toBe(7)
  for (const text of ['0', '11', '1.5', 'x', '1e9', ' ', '-1'])
    expect(integer(1, 10).safeParse(text).success, text).toBe(false)
})

test('a number is typed with a comma or a point, and spaces between thousands', () => {
  for (const [typed, value] of [
    ['1 250,5', 1250.5],
    ['1\u00A0250,5', 1250.5],
    ['1\u202F250.50', 1250.5],
    ['-3', -3],
    [' 7 ', 7],
    ['0', 0],
    ['1.250,5', 1250.5],
    ['1,250.5', 1250.5],
    ['1’250.5', 1250.5],
    ['1 234 567,891', 1_234_567.891],
    ['1.234.567', 1_234_567],
    ['1234,567', 1234.567],
    ['0,125', 0.125],
    ['0.125', 0.125],
    [',5', 0.5],
    ['\u22123,5', -3.5],
  ] as const)
    expect(decimal().parse(typed), typed).toBe(value)
  expect(decimal().parse(2.5)).toBe(2.5)
  for (const wrong of [
    '',
    ' ',
    'un',
    '1,2,3',
    '1 250.5,1',
    '12 50',
    '1.250 000',
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

test('the bounds of an amount are told in euros, those of a year as years', () => {
  const told = (schema: z.ZodType, given: unknown) =>
    refusal(schema, given).replaceAll(/[\u00A0\u202F]/g, ' ')
  for (const typed of ['20 000 000 000', '999999999999999'])
    expect(told(cents(-1e12, 1e12), typed)).toBe('10 000 000 000 € au plus.')
  expect(told(cents(0, 1e11), '-1')).toBe('0 € au moins.')
  expect(told(amountWithin(0, 150), 151)).toBe('1,50 € au plus.')
  expect(told(cents(), '999999999999999')).toContain('€ au plus')
  expect(told(year(), '26')).toBe('En 1990 au plus tôt.')
  expect(told(year(), 20266)).toBe('En 2100 au plus tard.')
})

test('what can be read in two ways is asked, with both readings (T5)', () => {
  const spaced = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ')
  const told = (schema: z.ZodType, given: string) => spaced(refusal(schema, given))
  expect(told(cents(), '142.500')).toBe(
    '« 142.500 » se lit de deux façons, 142 500 € ou 142,50 € : écrivez « 142 500 » ou « 142,50 ».',
  )
  expect(told(cents(), '12,345 €')).toContain('12 345 € ou 12,345 €')
  expect(told(cents(), '-1.000')).toContain('-1 000 €')
  expect(told(decimal(), '1.250')).toBe(
    '« 1.250 » se lit de deux façons, 1 250 ou 1,25 : écrivez « 1 250 » ou « 1,25 ».',
  )
  expect(told(decimal(), '1,345')).toContain('« 1 345 » ou « 1,3450 »')
  inLanguage('en', () => {
    expect(spaced(refusal(cents(), '142.500'))).toBe(
      '“142.500” can be read in two ways, €142,500 or €142.50: write “142 500” or “142.50”.',
    )
  })
})

test('amounts are read as people in four languages write them (T5)', () => {
  for (const typed of [
    '1 500,00',
    '1.500,00',
    '1,500.00',
    "1'500.00",
    '1500',
    '€ 1 500',
    '1500,- €',
    '1 500 EUR',
  ])
    for (const language of ['fr', 'de', 'nl', 'en'] as const)
      expect(
        inLanguage(language, () => cents().parse(typed)),
        typed,
      ).toBe(150_000)
  expect(cents().parse('1.250,5')).toBe(125_050)
  for (const fine of ['12,3456', '1234,567', '0,001'])
    expect(cents().safeParse(fine).success).toBe(false)
})

test('a number that a field holds is read back as it is, in each language (T5)', () => {
  for (const value of [1.125, 12.345, -999.001, 142_500, 0.125, 1250.5, 1e-7, 0, -3])
    for (const language of ['fr', 'de', 'nl', 'en'] as const)
      expect(inLanguage(language, () => decimal().parse(typedNumber(value)))).toBe(value)
})
