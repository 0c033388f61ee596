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
import { deskOf, hiring } from '../../publications/review/test/given.ts'
import { givenClosed } from '../../opendata/test/town.ts'
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

/** A decision that names somebody, after its meeting. */
async function hired(town: Town) {
  const { closed, ...desk } = deskOf(() => town)
  return { ...desk, ...(await closed([hiring])) }
}
const begin = async (town: Town, { id }: { id: string }) => {
  const begun = await town.secretariat.visitor.post(`/regulations/of/${id}`, {})
  return { begun, page: begun.headers.get('location') ?? '' }
}

test('words of a decision that are masked in public are masked in the text that comes of it', async () => {
  const town = await givenTown()
  const { meeting, point, maskAll, publish } = await hired(town)
  await maskAll(meeting, point)
  for (const isPublic of [false, true]) {
    if (isPublic) await publish(meeting)
    const { begun, page } = await begin(town, point)
    expect(begun.status, mainWords(begun)).toBe(303)
    const text = JSON.stringify((await town.secretariat.visitor.api('GET', page)).json())
    expect(text).toContain('masqué')
    for (const words of ['Thirifays', '12/03/1981', '81.03.12'])
      expect(text, `${words} ${isPublic}`).not.toContain(words)
  }
})

test('of a decision that is kept back no text comes, and its page says why', async () => {
  const town = await givenTown()
  const { meeting, point, page } = await hired(town)
  await town.secretariat.visitor.api('POST', `${page(meeting)}/choices/${point.id}`, {
    ...{ withheld: 'Litige en cours', title: '', annexes: [] },
  })
  const { begun } = await begin(town, point)
  expect(begun.status).toBe(409)
  expect(begun.text).toContain('Cette décision est retenue')
  const shown = await town.secretariat.visitor.get(`/deliberations/items/${point.id}`)
  expect(mainWords(shown)).toContain('Cette décision est retenue')
})

test('a text that says other words than its decision says so before it is published, and is published', async () => {
  const town = await givenTown()
  const { visitor } = town.secretariat
  const { page } = await begin(town, { id: await decided(town, 'public') })
  const says = async () => (await visitor.get(page)).text.includes('n’est pas celui de la décision')
  expect(await says()).toBe(false)
  const reword = async (text: string) => {
    const { version } = (await visitor.api('GET', page)).json<{ version: number }>()
    await visitor.api('PUT', page, { version, text })
  }
  await reword('<p>Le marché se tient\u00A0 le</p><p>vendredi</p>')
  expect(await says()).toBe(false)
  await reword('<p>Le marché se tient le lundi</p>')
  expect(await says()).toBe(true)
  expect((await visitor.post(`${page}/steps`, { verb: 'post' })).status).toBe(303)
})

test('nothing that was rejected becomes a text', async () => {
  const town = await givenTown()
  const { points } = await givenClosed(town, [{}], undefined, 99)
  const [point] = points
  const { visitor } = town.secretariat
  expect((await visitor.post(`/regulations/of/${point?.id}`, {})).status).toBe(409)
  const posting = {
    ...{ title: 'Un texte', item_id: point?.id, service_id: town.works, body: 'council' },
    ...{ nature: 'regulation', text: '<p>Le marché se tient le lundi</p>' },
  }
  const answer = await visitor.api('POST', '/regulations/postings', posting)
  expect(answer.json()).toMatchObject({ errors: { item_id: [expect.any(String)] } })
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
