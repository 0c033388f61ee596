import { expect, test } from 'vitest'
import { figure } from '#test/harness'
import { annexesOf } from '#commons/annexes'
import type { Item } from '#modules/deliberations'
import {
  givenItem,
  givenMeeting,
  mainWords,
  type Sketch,
} from '../../deliberations/test/council.ts'
import { comingDay, givenWay } from './way.ts'

const { town, way, act, of, wish, step, item, rewriteWay, accept, inCollege, frozenWith } =
  await givenWay()

test('a municipality that opens has the way from its college to its council', async () => {
  const { council, college } = town
  expect((await act('GET', '/sendings/destinations')).items()).toMatchObject([
    {
      ...{ title: 'Conseil communal', from_id: college.id, to_id: council.id, state: 'used' },
      ...{ sent_when: 'accepted', up_to: 'validated', privacy: 'same' },
    },
  ])
  const again = { title: 'Encore', from_id: college.id, to_id: council.id }
  expect((await act('POST', '/sendings/destinations', again)).json()).toMatchObject({ status: 422 })
})

test('F01 what the college accepts goes once to the council, with its annexes; both pages say so', async () => {
  const { item: source } = await inCollege({ title: 'Un pont' })
  const files = [new File(['Le plan'], 'plan.txt')]
  await town.secretariat.visitor.post(`/deliberations/items/${source.id}/annexes`, { files })
  expect((await wish(source)).status).toBe(201)
  expect((await of(source)).items[0]?.copy_id).toBeNull()
  await accept(source)
  const [sent] = (await of(source)).items
  const copy = await item(sent?.copy_id)
  expect(copy).toMatchObject({ state: 'validated', organ_id: town.council.id, title: 'Un pont' })
  const annexes = await town.authority.asSystem(() => annexesOf(copy.id))
  expect(annexes.map(({ file_name }) => file_name)).toEqual(['plan.txt'])
  expect((await wish(source)).status).toBe(403)
  expect(sent && (await step(sent, 'send')).status).toBe(409)
  const pages = await Promise.all(
    [source.id, copy.id].map(async (id) =>
      mainWords(await town.secretariat.visitor.get(`/deliberations/items/${id}`)),
    ),
  )
  expect(pages[0]).toContain('Envoi à un autre organe')
  expect(pages[1]).toContain('Envoyé par un autre organe')
})

test('F03 the privacy chosen there and the category mapped there hold, with other words where there are any', async () => {
  const { council, roads } = town
  const terms = (await act('GET', '/deliberations/categories')).items<{ id: string }>()
  const other = terms.find(({ id }) => id !== roads)?.id
  await rewriteWay({ privacy: 'secret', categories: [{ from: roads, to: other }] })
  const { item: source } = await inCollege()
  await wish(source, { title: 'Projet pour le conseil', decision: '<p>De proposer au conseil</p>' })
  await accept(source)
  const copy = await item((await of(source)).items[0]?.copy_id)
  expect(copy).toMatchObject({
    ...{ title: 'Projet pour le conseil', privacy: 'secret', category_id: other },
    organ_id: council.id,
  })
  const { item: second } = await inCollege()
  await wish(second, { privacy: 'public' })
  await accept(second)
  expect(await item((await of(second)).items[0]?.copy_id)).toMatchObject({ privacy: 'public' })
  const twice = [
    { from: roads, to: other },
    { from: roads, to: roads },
  ]
  const { version } = (await act('GET', `/sendings/destinations/${way.id}`)).json<{
    version: number
  }>()
  const refused = await act('PUT', `/sendings/destinations/${way.id}`, {
    version,
    categories: twice,
  })
  expect(refused.status).toBe(422)
  await rewriteWay({ privacy: 'same', categories: [] })
})

test('what a college sends on is public at the council, for it was secret there by the place alone; a question of persons stays secret (L1122-20, L1122-21)', async () => {
  const sent = async (sketch: Sketch) => {
    const { item: source } = await inCollege(sketch)
    await wish(source)
    await act('POST', `/sendings/${(await of(source)).items[0]?.id}/steps`, { verb: 'send' })
    return item((await of(source)).items[0]?.copy_id)
  }
  expect(await sent({})).toMatchObject({ privacy: 'public', organ_id: town.council.id })
  const person = { matter: 'appointment', poll_type: 'secret' } as const
  expect(await sent(person)).toMatchObject({ privacy: 'secret' })
})

test('F04 B05 a copy is carried to the agenda of the next meeting, or says why it stays', async () => {
  await rewriteWay({ up_to: 'presented' })
  const { item: early } = await inCollege()
  await wish(early)
  await accept(early)
  const [halted] = (await of(early)).items
  expect(halted?.halted).toBe('sendings.no_meeting')
  expect(await item(halted?.copy_id)).toMatchObject({ state: 'validated' })
  const { meeting } = await givenMeeting(town, { day: comingDay(30), items: [], until: 'created' })
  const { item: source } = await inCollege()
  await wish(source)
  await accept(source)
  expect(await item((await of(source)).items[0]?.copy_id)).toMatchObject({
    ...{ state: 'presented', meeting_id: meeting.id },
  })
  await rewriteWay({ up_to: 'validated' })
})

test('an urgent one joins an agenda that is frozen, as a late point, and says why it is urgent', async () => {
  await rewriteWay({ up_to: 'presented' })
  const { meeting } = await givenMeeting(town, { day: comingDay(20), until: 'frozen' })
  const { item: source } = await inCollege()
  expect((await wish(source, { urgent: true })).status).toBe(422)
  await wish(source, { urgent: true, urgency: 'Le délai du subside expire' })
  await accept(source)
  const copy = await item((await of(source)).items[0]?.copy_id)
  expect(copy).toMatchObject({ state: 'frozen', list_type: 'late', meeting_id: meeting.id })
  const page = mainWords(await town.secretariat.visitor.get(`/deliberations/items/${copy.id}`))
  expect(page).toContain('Le délai du subside expire')
  // It is on an agenda that others hold: it is not taken back.
  const [sent] = (await of(source)).items
  expect(sent && (await step(sent, 'take_back')).status).toBe(409)
  await rewriteWay({ up_to: 'validated' })
})

test('F01 what was taken back may be sent again, and only then', async () => {
  const { item: source } = await inCollege()
  await wish(source)
  await accept(source)
  const [sent] = (await of(source)).items
  expect(sent && (await step(sent, 'take_back')).status).toBe(200)
  expect(await item(sent?.copy_id)).toMatchObject({ state: 'cancelled' })
  expect((await of(source)).items).toEqual([])
})

test('the whole chain is told over all organs, from any of its points', async () => {
  const { item: source } = await inCollege()
  await wish(source)
  await accept(source)
  const [sent] = (await of(source)).items
  const copy = { id: sent?.copy_id ?? '' }
  const told = (await of(copy)).chain.map(({ id, step: at }) => [id, at])
  expect(told).toEqual([
    [source.id, 0],
    [copy.id, 1],
  ])
  expect((await of(source)).chain.map(({ id }) => id)).toEqual([source.id, copy.id])
})

test('whoever writes a point says where it goes on while it is theirs to change, and nobody else', async () => {
  const draft = await givenItem(town, { organ_id: town.college.id }, 'created')
  expect((await wish(draft, {}, town.agent)).status).toBe(201)
  const later = await givenItem(town, { organ_id: town.college.id }, 'proposed')
  expect((await wish(later, {}, town.agent)).status).toBe(403)
  expect((await wish(draft, {}, town.accountant)).status).toBe(404)
  expect((await act('POST', '/sendings/destinations', {}, town.agent)).status).toBe(403)
})

test('of 50 points that are frozen at once 25 go on with 5 annexes each, in less than two seconds', async () => {
  await rewriteWay({ sent_when: 'frozen' })
  const all: Item[] = []
  for (let at = 0; at < 50; at += 1)
    all.push(await givenItem(town, { title: `Point ${at}`, organ_id: town.college.id }))
  for (const [at, one] of all.entries()) {
    if (at % 2 === 1) continue
    const files = [1, 2, 3, 4, 5].map((name) => new File([`${at} ${name}`], `${name}.txt`))
    await town.secretariat.visitor.post(`/deliberations/items/${one.id}/annexes`, { files })
    await wish(one)
  }
  const { took } = await frozenWith(all, 'frozen')
  figure('freezing 50 points of which 25 go to another organ with 5 annexes each', took, 'ms')
  expect(took).toBeLessThan(2000)
  const [sent] = (await of(all[0] ?? { id: '' })).items
  const annexes = await town.authority.asSystem(() => annexesOf(sent?.copy_id ?? ''))
  expect(annexes).toHaveLength(5)
  await rewriteWay({ sent_when: 'accepted' })
})
