import { expect, test } from 'vitest'
import { z } from 'zod'
import { publicText, publisher } from '../index.ts'

const declared = (content: z.ZodType<object>) => () =>
  publisher({
    name: 'test.letter',
    kind: 'test.letter',
    content,
    compose: () => Promise.reject(new Error('Nothing is composed here')),
    path: (slug) => slug,
  })

test('a publisher names all that may leave, to the last level', () => {
  const Line = z.strictObject({ amount: z.number(), note: publicText().optional() })
  expect(
    declared(
      z.strictObject({
        lines: z.array(Line),
        by_year: z.record(z.string(), Line),
        kind: z.union([z.literal('a'), z.strictObject({ b: z.iso.date().nullable() })]),
      }),
    ),
  ).not.toThrow()
})

test.for([
  ['takes further fields', z.looseObject({ a: z.string() }), 'does not name: /'],
  ['drops further fields in silence', z.object({ a: z.string() }), 'does not name: /'],
  [
    'does so further down',
    z.strictObject({ list: z.array(z.object({ a: z.string() })) }),
    'does not name: /properties/list/items',
  ],
  ['takes anything in a field', z.strictObject({ a: z.unknown() }), '/properties/a'],
  ['takes anything under any name', z.record(z.string(), z.any()), '/additionalProperties'],
  ['holds what JSON does not know', z.strictObject({ at: z.date() }), 'cannot be represented'],
] as const)('a schema that %s is refused', ([, schema, why]) => {
  expect(declared(schema)).toThrow(why)
})

test('a schema may hold itself', () => {
  const Goal = z.strictObject({
    title: z.string(),
    get goals() {
      return z.array(Goal)
    },
  })
  expect(declared(Goal)).not.toThrow()
})
