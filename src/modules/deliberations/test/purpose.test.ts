import { beforeAll, expect, test } from 'vitest'
import { adoptRemaining } from '#modules/votes'
import {
  asTyped,
  givenItem,
  givenMeeting,
  givenPoint,
  givenTown,
  mainWords,
  onMeeting,
  type Sketch,
  type Town,
} from './council.ts'

let town: Town
beforeAll(async () => {
  town = await givenTown()
})

const decision = async ({ id }: { id: string }, verb: string) => {
  const { visitor } = town.secretariat
  return (await visitor.api('POST', `/deliberations/items/${id}/decision`, { verb })).json<{
    state?: string
    detail?: string
  }>()
}

test('without the words of its decision a point is accepted by no door, and each says so (D14)', async () => {
  const wordless: Sketch = { decision: '<p> </p>', purpose: 'takes_note' }
  const { meeting, points } = await givenMeeting(town, {
    items: [wordless, { ...wordless, purpose: 'decision' }, { title: 'written' }],
  })
  const [noted = meeting, decided = meeting] = points
  const said =
    'Le texte de la décision n’est pas écrit\u00A0: sans lui, le point ne peut être accepté.'
  for (const verb of ['accept', 'accept_modified'])
    expect(await decision(noted, verb)).toMatchObject({ status: 409, detail: said })
  const { visitor } = town.secretariat
  const unanimity = await visitor.post(`/deliberations/items/${decided.id}/unanimity`, {})
  expect(unanimity.status).toBe(409)
  const session = await visitor.get(`/deliberations/items/${decided.id}/session`)
  expect(mainWords(session)).toContain(said)
  expect(mainWords(session)).not.toContain('Unanimité')
  const rest = await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect(rest.left.map(({ title }) => title)).toEqual(['written'])
  expect(rest.wordless.map(({ id }) => id)).toEqual([noted.id, decided.id])
})

test('a question is heard: neither voted, nor accepted, nor refused; what has an act is not only heard (D14)', async () => {
  const { item } = await givenPoint(town, { purpose: 'oral_question', decision: '' })
  expect(item.poll_type).toBe('no_vote')
  for (const verb of ['accept', 'refuse'])
    expect(await decision(item, verb)).toMatchObject({ status: 409 })
  expect(await decision(item, 'treat')).toMatchObject({ state: 'treated' })
  const act = await givenPoint(town)
  expect(await decision(act.item, 'treat')).toMatchObject({ status: 409 })
})

test('what remains is adopted where it has an act, and heard where it has none', async () => {
  const { meeting } = await givenMeeting(town, {
    items: [{}, { purpose: 'communication', decision: '' }, { purpose: 'takes_note' }],
  })
  const { left } = await onMeeting(town, town.secretariat, meeting, adoptRemaining)
  expect(left.map(({ state }) => state).toSorted()).toEqual(['accepted', 'accepted', 'treated'])
})

test('what a point is for and how it is voted agree: what is told now counts, and both cannot be told against each other', async () => {
  const fields = ({ purpose, poll_type }: { purpose?: string; poll_type?: string }) => ({
    ...{ purpose, poll_type },
  })
  const question = await givenItem(town, { purpose: 'information' }, 'created')
  expect(fields(question)).toEqual({ purpose: 'information', poll_type: 'no_vote' })
  const noted = await givenItem(town, { poll_type: 'no_vote' }, 'created')
  expect(fields(noted)).toEqual({ purpose: 'takes_note', poll_type: 'no_vote' })
  const rewrite = async (said: object) => {
    const { visitor } = town.agent
    const path = `/deliberations/items/${noted.id}`
    const { version } = (await visitor.api('GET', path)).json<{ version: number }>()
    return (await visitor.api('PUT', path, { ...said, version })).json<{ purpose?: string }>()
  }
  expect(fields(await rewrite({ purpose: 'decision', poll_type: 'no_vote' }))).toEqual({
    ...{ purpose: 'decision', poll_type: 'freehand' },
  })
  expect(fields(await rewrite({ purpose: 'communication', poll_type: 'freehand' }))).toEqual({
    ...{ purpose: 'communication', poll_type: 'no_vote' },
  })
  expect(fields(await rewrite({ poll_type: 'secret' }))).toEqual({
    ...{ purpose: 'decision', poll_type: 'secret' },
  })
  const form = asTyped(town, { purpose: 'oral_question', poll_type: 'secret' })
  const refused = await town.agent.visitor.post('/deliberations/items', form)
  expect(refused.status).toBe(422)
  expect(mainWords(refused)).toContain('Seule une décision se vote')
})
