import { describe, expect, test } from 'vitest'
import type { MessageKey } from '#kernel/i18n'
import { asked, type Fields, file, money, optional, remark, rowsOf, text, yesNo } from '../index.ts'

const label = 'records.title' satisfies MessageKey

describe('fields that could never be answered are refused where they are declared', () => {
  const paying = yesNo({ label })
  const when = { field: 'paying', is: [true] }
  test.each<[string, () => Fields, string]>([
    [
      'needed by an answer that nobody asks for',
      () => ({ fee: optional(money({ label, neededWhen: when })) }),
      'neededWhen of the field « fee » names « paying », which is not among the fields fee.',
    ],
    [
      'shown by an answer that nobody asks for',
      () => ({ why: remark(10, { label, shownWhen: when }) }),
      'shownWhen of the field « why » names « paying »',
    ],
    [
      'not before a day that nobody asks for',
      () => ({ ends_on: text(10, { label, notBefore: 'starts_on' }) }),
      'notBefore of the field « ends_on » names « starts_on »',
    ],
    [
      'needed only sometimes, and always',
      () => ({ paying, fee: money({ label, neededWhen: when }) }),
      'wrap it in optional(…)',
    ],
    [
      'shown only sometimes, and always needed',
      () => ({ paying, fee: money({ label, shownWhen: when }) }),
      'wrap it in optional(…)',
    ],
    [
      'a file of a dossier that is not there yet',
      () => ({ plan: file({ label }) }),
      'a new one has none: wrap it in optional(…)',
    ],
    [
      'shown by itself',
      () => ({ why: remark(10, { label, shownWhen: { field: 'why', is: 'answered' } }) }),
      'names itself',
    ],
    [
      'each shown by the other',
      () => ({
        why: remark(10, { label, shownWhen: { field: 'how', is: 'answered' } }),
        how: remark(10, { label, shownWhen: { field: 'why', is: 'answered' } }),
      }),
      'goes round',
    ],
    [
      'needed from a number on of what is none',
      () => ({ paying, why: remark(10, { label, neededWhen: { field: 'paying', from: 1 } }) }),
      'depends on bounds (from, until) of « paying »',
    ],
    [
      'needed between no bounds',
      () => ({ fee: money({ label }), why: remark(10, { label, neededWhen: { field: 'fee' } }) }),
      'one of them at least',
    ],
  ])('%s', (_name, fields, why) => {
    expect(() => asked(fields())).toThrow(why)
    expect(() => rowsOf(2, fields(), { label })).toThrow(why)
  })

  test('a condition that can hold is none of these', () => {
    const fee = optional(money({ label, neededWhen: when }))
    expect(() => asked({ paying, fee })).not.toThrow()
  })
})
