import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { useStamps } from '#kernel/timestamps'
import { today } from '#commons/clock'
import { mainWords } from '../../deliberations/test/council.ts'
import { asks, givenTown, publicOf, step, type Town, written } from './town.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
  useStamps(null)
})
afterEach(() => useStamps(null))

const day = (days: number) => today().add({ days }).toString()
const replaces = (title: string, how = 'replaces') => ({
  ...{ 'replaces.0.posting_id': title, 'replaces.0.how': how, 'replaces.0.note': '' },
})
const shown = async (path: string) => mainWords(await asks(town, path))

/** « Ancien » is in force, and « Suivant » replaces it in twenty days. */
async function givenLine() {
  const old = await publicOf(town, await written(town, { title: 'Ancien', in_force_on: day(0) }))
  const page = await written(town, {
    ...{ title: 'Suivant', in_force_on: day(20) },
    ...replaces('Ancien'),
  })
  return { old, page, next: await publicOf(town, page) }
}

describe('a text that never binds replaces nothing', () => {
  test('where another replaces it from a day before the one on which it would bind', async () => {
    const { old, next } = await givenLine()
    expect(await shown(old)).toContain('Abrogé et remplacé par Suivant')
    const last = await written(town, {
      ...{ title: 'Dernier', in_force_on: day(10) },
      ...replaces('Suivant'),
    })
    const latest = await publicOf(town, last)
    expect(await shown(old)).not.toContain('Abrogé')
    expect(await shown(next)).toContain('Abrogé et remplacé par Dernier')
    const inForce = await shown('/regulations?standing=in_force')
    expect(inForce).toContain('Ancien')
    expect(inForce).not.toContain('Suivant')
    expect(await shown('/regulations?standing=over')).toContain('Suivant')
    await step(town, last, 'unpublish', 'Erreur')
    expect((await asks(town, latest)).status).toBe(410)
    expect(await shown(old)).toContain('Abrogé et remplacé par Suivant')
  })

  test('where it is set aside before its day; it does again once it is put back', async () => {
    const { old, page } = await givenLine()
    await step(town, page, 'archive')
    expect(await shown(old)).not.toContain('Abrogé')
    await step(town, page, 'restore')
    expect(await shown(old)).toContain('Abrogé et remplacé par Suivant')
  })

  test('and what it would have replaced before replaces as it did', async () => {
    const { old, next } = await givenLine()
    const last = await written(town, {
      ...{ title: 'Dernier', in_force_on: day(10) },
      ...replaces('Suivant'),
    })
    await publicOf(town, last)
    await step(town, last, 'archive')
    expect(await shown(next)).not.toContain('Abrogé')
    expect(await shown(old)).toContain('Abrogé et remplacé par Suivant')
  })
})

test('a notice neither replaces nor changes a rule', async () => {
  await publicOf(town, await written(town, { title: 'Ancien' }))
  for (const how of ['replaces', 'amends']) {
    const refused = await written(town, {
      ...{ title: 'Avis', nature: 'notice', decided_on: '' },
      ...replaces('Ancien', how),
    })
    expect(refused).toContain('422')
    expect(refused).toContain('Un avis n’abroge ni ne modifie un règlement')
  }
})

test('two texts do not replace one another', async () => {
  const old = await written(town, { title: 'Ancien' })
  const next = await written(town, { title: 'Suivant', ...replaces('Ancien') })
  const { visitor } = town.publisher
  const { version } = (await visitor.api('GET', old)).json<{ version: number }>()
  const refused = await visitor.api('PUT', old, {
    ...{ version, replaces: [{ posting_id: next.split('/').at(-1), how: 'replaces', note: '' }] },
  })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('ne s’abrogent pas l’un l’autre')
})
