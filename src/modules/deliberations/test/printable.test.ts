import { expect, test } from 'vitest'
import { givenTown, written } from './council.ts'

const town = await givenTown()

test.each([
  ['a letter under twenty thousand marks', `a${'\u0301'.repeat(20_000)}`, 'plus de 10 accents'],
  ['a word without end', 'x'.repeat(200_000), 'plus de 2000 lettres'],
  ['a sign that no face has', 'Vu le \u{12000}', 'U+12000'],
])('%s is refused at its field when it is saved (S2, T3)', async (_, motivation, said) => {
  const body = { ...written(town), motivation }
  const answer = await town.agent.visitor.api('POST', '/deliberations/items', body)
  expect(answer.status).toBe(422)
  expect(answer.json<{ errors: { motivation: string[] } }>().errors.motivation[0]).toContain(said)
})
