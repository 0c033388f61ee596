import { beforeEach, expect, test } from 'vitest'
import { queriesOf } from '#test/harness'
import { askOnMany, everyPair } from '#commons/advices'
import { givenItem, mainWords } from '../../deliberations/test/council.ts'
import { givenAdvisers } from './advisers.ts'

type Scene = Awaited<ReturnType<typeof givenAdvisers>>
let scene: Scene
beforeEach(async () => {
  scene = await givenAdvisers()
})

interface Weighed {
  subject_id: string
  type_id: string
  why: string | null
}

const about = 'deliberations.item'
const ask = (subjects: string[], types: string[], more: object = {}, who = scene.town.agent) =>
  who.visitor.api('POST', '/advices/asking', {
    about,
    subjects,
    types,
    reason: 'Pour mardi',
    ...more,
  })

test('advices are asked on many points at once: what would become of each is shown first, and what cannot be asked is said', async () => {
  const { town } = scene
  const [legal, other] = [await scene.givenType(), await scene.givenType()]
  const finances = await scene.givenType({ giver: `service:${town.finance}` })
  const [one, two] = [await givenItem(town, {}, 'created'), await givenItem(town, {}, 'created')]
  expect((await ask([two.id], [legal.id])).items<Weighed>()[0]?.why).toBeNull()

  const looked = await ask([one.id, two.id], [legal.id, other.id, finances.id], {
    effect_only: true,
  })
  const becomes = looked
    .items<Weighed>()
    .map(({ subject_id, type_id, why }) => [
      subject_id === one.id ? 'one' : 'two',
      [legal.id, other.id, finances.id].indexOf(type_id),
      why,
    ])
  // Of one giver an optional advice is asked once (D12).
  expect(becomes).toEqual([
    ['one', 0, null],
    ['one', 1, 'un avis facultatif est déjà demandé à ce service'],
    ['one', 2, null],
    ['two', 0, 'déjà demandé'],
    ['two', 1, 'un avis facultatif est déjà demandé à ce service'],
    ['two', 2, null],
  ])
  expect((await scene.on(one)).items).toEqual([])
  await ask([one.id, two.id], [legal.id, other.id, finances.id])
  expect((await scene.on(one)).items).toHaveLength(2)
  expect((await scene.on(two)).items).toHaveLength(2)
})

test('who may not ask on a point, or does not see it, asks nothing there by any door', async () => {
  const { town } = scene
  const type = await scene.givenType()
  const [draft, validated] = [await givenItem(town, {}, 'created'), await givenItem(town)]
  expect((await ask([draft.id], [type.id], {}, town.accountant)).items()).toEqual([])
  // What one may not see and what is not there are said in one number.
  const nothing = await ask([draft.id, crypto.randomUUID()], [type.id], {}, town.accountant)
  expect(nothing.json()).toEqual({ items: [], untold: 2 })
  const [told] = (await ask([validated.id], [type.id], {}, town.mayor)).items<Weighed>()
  expect(told?.why ?? 'unseen').not.toBeNull()
  expect((await scene.on(validated, town.dg)).items).toEqual([])
  const posted = await town.accountant.visitor.post('/advices/asking', {
    ...{ about, subjects: draft.id, types: type.id, reason: '' },
  })
  expect(posted.status).toBe(422)
})

test('the pages choose, show and ask; the list over all dossiers tells what one asked and what one gives', async () => {
  const { town, lawyer } = scene
  const type = await scene.givenType()
  const [one, two] = [
    await givenItem(town, { title: 'Le pont' }, 'proposed'),
    await givenItem(town, { title: 'La rive' }, 'proposed'),
  ]
  const form = await town.agent.visitor.get('/advices/asking')
  for (const words of ['Le pont', 'La rive', type.title]) expect(form.text).toContain(words)
  expect(mainWords(await town.agent.visitor.get('/advices/asking?words=rive'))).not.toContain(
    'Le pont',
  )
  const sent = { about, subjects: [one.id, two.id], types: type.id, reason: '' }
  const { reason, subjects } = { reason: 'Avant le budget', subjects: one.id }
  const empty = await town.agent.visitor.post(
    '/advices/asking/preview',
    { about, reason, subjects },
    '/advices/asking',
  )
  expect(empty.status).toBe(422)
  expect(mainWords(empty)).toContain('Choisissez au moins un avis')
  // Nothing that was typed or ticked is lost.
  expect(empty.text).toContain(reason)
  expect(empty.text).toMatch(new RegExp(`value="${one.id}" checked`))
  const shown = await town.agent.visitor.post('/advices/asking/preview', sent)
  expect(mainWords(shown)).toContain('2 avis seront demandés')
  expect((await town.agent.visitor.post('/advices/asking', sent)).status).toBe(303)
  // Pressed again from an old page, nothing is asked twice.
  expect((await town.agent.visitor.post('/advices/asking', { ...sent, reason: 'x' })).status).toBe(
    422,
  )

  const listed = async (who: typeof lawyer, query: string) =>
    (await who.visitor.api('GET', `/advices/advices?${query}`)).items<{ subject_id: string }>()
  expect(
    (await listed(lawyer, 'mine=given&state=running'))
      .map(({ subject_id }) => subject_id)
      .toSorted(),
  ).toEqual([one.id, two.id].toSorted())
  expect(await listed(town.agent, 'mine=asked')).toHaveLength(2)
  expect(await listed(lawyer, 'mine=asked')).toEqual([])
  expect(await listed(town.accountant, '')).toEqual([])
})

test('asking on many points takes no more queries than on some', async () => {
  const { town } = scene
  const type = await scene.givenType()
  const some = []
  for (let at = 0; at < 12; at += 1) some.push(await givenItem(town, {}, 'created'))
  const ids = some.map(({ id }) => id)
  const count = (of: readonly string[]) =>
    town.authority.as(town.agent, async () =>
      queriesOf(() => askOnMany(about, everyPair(of, [type.id]))),
    )
  const few = (await count(ids.slice(0, 2))).length
  expect((await count(ids.slice(2))).length).toBeLessThanOrEqual(few + 2)
})
