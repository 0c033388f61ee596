import { expect, test } from 'vitest'
import { adoptRemaining } from '#modules/votes'
import { ground } from '#test/harness'
import {
  givenMeeting,
  givenTown,
  mainWords,
  onMeeting,
  type Town,
} from '../../deliberations/test/council.ts'
import { regulationFigures } from '../figures.ts'

async function decided(town: Town, privacy: 'public' | 'secret') {
  const { meeting, points } = await givenMeeting(town, {
    items: [{ title: 'Règlement du marché', decision: 'Le marché se tient le vendredi', privacy }],
  })
  await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  return points[0]?.id ?? ''
}

test('what was decided in public becomes a text with its title, words, organ and day, and a poster', async () => {
  const town = await givenTown()
  const item = await decided(town, 'public')
  const { visitor } = town.secretariat
  expect((await visitor.get(`/deliberations/items/${item}`)).text).toContain(
    `action="/regulations/of/${item}"`,
  )
  const begun = await visitor.post(`/regulations/of/${item}`, {})
  expect(begun.status, mainWords(begun)).toBe(303)
  const page = begun.headers.get('location') ?? ''
  const shown = mainWords(await visitor.get(page))
  expect(shown).toContain('Règlement du marché')
  expect(shown).toContain('Le marché se tient le vendredi')
  expect(shown).toContain('conseil communal')
  await visitor.post(`${page}/steps`, { verb: 'post' })
  expect((await visitor.post(`${page}/poster`, {})).status).toBe(303)
  await town.authority.drain()
  expect((await visitor.get(page)).text).toMatch(/href="\/documents\/[^"]+"/)
})

test('nothing of a closed session becomes a text', async () => {
  const town = await givenTown()
  const item = await decided(town, 'secret')
  const { visitor } = town.secretariat
  expect((await visitor.get(`/deliberations/items/${item}`)).text).not.toContain('/regulations/of/')
  expect((await visitor.post(`/regulations/of/${item}`, {})).status).toBe(409)
})

test('whoever watches over the house reads how many texts are planned, late or without stamp', async () => {
  const [metric] = await regulationFigures((await ground()).database)
  expect(metric?.name).toBe('beffroi_regulations')
  const sorts = new Set(metric?.samples.map(([, labels]) => labels['what']))
  expect([...sorts]).toEqual([
    ...['published', 'planned', 'planned_late', 'expired_late', 'stamps_pending'],
  ])
})
