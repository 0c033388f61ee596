import { expect, test } from 'vitest'
import { choice, text } from '#commons/records'
import { elementFields } from '#modules/strategy'
import { ContentElement } from '../content.ts'
import { otherFields, plainWords, saidFacts } from '../said.ts'

test('each field of an element is in what is frozen: by its own name, or among the others', () => {
  const ownWays = ['progress', 'progress_reason', 'effort']
  for (const name of Object.keys(elementFields))
    expect([
      ...Object.keys(ContentElement.shape),
      ...Object.keys(otherFields),
      ...ownWays,
    ]).toContain(name)
})

test('what a field that nobody named says is frozen in plain words, and nothing where it is empty', async () => {
  const fields = {
    motto: text(50, { label: 'strategy.element.title' }),
    reach: choice(['street', 'town'], (one) => `R ${one}`, { label: 'strategy.element.title' }),
  }
  const rows = [
    { motto: 'Mieux', reach: 'town' },
    { motto: '', reach: 'street' },
  ]
  const words = await plainWords(fields, rows)
  expect(rows.map(words)).toEqual([{ motto: 'Mieux', reach: 'R town' }, { reach: 'R street' }])
  expect(saidFacts({ said: { motto: 'Mieux' } })).toEqual([{ label: 'motto', value: 'Mieux' }])
  expect(saidFacts({})).toEqual([])
})
