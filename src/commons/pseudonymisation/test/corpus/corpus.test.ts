import { describe, expect, test } from 'vitest'
import { corpus } from './corpus.ts'
import type { Act, PersonalKind } from './corpus.ts'
import { kinds } from './marks.ts'

const acts = corpus(240, 1)

const marked = (kind: PersonalKind, noise?: Act['noise']) =>
  acts
    .filter((act) => noise === undefined || act.noise === noise)
    .flatMap((act) =>
      act.personal
        .filter((one) => one.kind === kind)
        .map((one) => act.text.slice(one.from, one.to)),
    )

function remainder(digits: string): number {
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

describe('the corpus of acts', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(corpus(60, 5)).toEqual(corpus(60, 5))
    expect(corpus(60, 5)).not.toEqual(corpus(60, 6))
  })

  test('marks at least 3 000 things, some of every kind, in clean and in scanned acts', () => {
    expect(acts.flatMap((act) => act.personal).length).toBeGreaterThanOrEqual(3000)
    for (const kind of kinds) {
      expect(marked(kind, 'clean').length, kind).toBeGreaterThan(50)
      expect(marked(kind, 'ocr').length, kind).toBeGreaterThan(8)
    }
    const scanned = acts.filter((act) => act.noise === 'ocr').length
    expect(scanned).toBeGreaterThan(acts.length / 6)
    expect(scanned).toBeLessThan(acts.length / 3)
  })

  test('marks whole things, in the order of the text, that do not overlap', () => {
    for (const act of acts) {
      let end = 0
      for (const one of act.personal) {
        const text = act.text.slice(one.from, one.to)
        expect(one.from, act.title).toBeGreaterThanOrEqual(end)
        expect(text, act.title).not.toBe('')
        expect(text.trim(), act.title).toBe(text)
        end = one.to
      }
      expect(act.text, act.title).not.toMatch(/[\uE000-\uF8FF]|undefined|NaN/)
    }
  })

  test('never marks who acts in office', () => {
    for (const act of acts) {
      const names = act.office.map(({ first, last }) => `${first} ${last}`.toLowerCase())
      const found = act.personal.map((one) => act.text.slice(one.from, one.to).toLowerCase())
      expect(
        found.filter((one) => names.includes(one)),
        act.title,
      ).toEqual([])
    }
  })

  test('gives national numbers and accounts whose check is right', () => {
    for (const number of marked('national_number', 'clean')) {
      const digits = number.replace(/\D/g, '')
      expect(digits, number).toHaveLength(11)
      const check = Number(digits.slice(9))
      const nine = digits.slice(0, 9)
      const checks = [97 - (Number(nine) % 97), 97 - (Number(`2${nine}`) % 97)]
      expect(checks, number).toContain(check)
    }
    for (const account of marked('iban', 'clean')) {
      const whole = account.replace(/[^A-Z0-9]/g, '')
      const turned = whole.slice(4) + whole.slice(0, 4)
      const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
      expect(remainder(digits), account).toBe(1)
    }
  })
})
