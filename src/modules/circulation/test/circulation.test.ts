import { beforeEach, expect, test } from 'vitest'
import type { TestPerson } from '#test/harness'
import { annexesOf } from '#commons/annexes'
import { copyMany, wholeChain } from '#modules/deliberations'
import { givenItem, givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})

interface Told {
  labels: { name: string }[]
  copies: string[]
  links: { id: string; title: string }[]
}
type Point = { id: string }

const of = async (who: TestPerson, { id }: Point) =>
  (await who.visitor.api('GET', `/circulation/of/${id}`)).json<Told>()
const send = (who: TestPerson, { id }: Point, what: string, body: object) =>
  who.visitor.api('POST', `/circulation/of/${id}/${what}`, body)
const page = async (who: TestPerson, { id }: Point) =>
  mainWords(await who.visitor.get(`/deliberations/items/${id}`))

test('a service in copy reads a point from then on and does nothing to it; taken back, it is not there for it', async () => {
  const point = await givenItem(town, {}, 'created')
  const sees = async () =>
    (await town.accountant.visitor.get(`/deliberations/items/${point.id}`)).status
  expect(await sees()).toBe(404)
  expect((await send(town.agent, point, 'copies', { services: [town.finance] })).status).toBe(200)
  expect(await sees()).toBe(200)
  expect((await of(town.accountant, point)).copies).toEqual([town.finance])
  const steps = await town.accountant.visitor.api(
    'POST',
    `/deliberations/items/${point.id}/steps`,
    {
      verb: 'propose',
    },
  )
  expect(steps.status).toBe(403)
  expect((await send(town.accountant, point, 'copies', { services: [] })).status).toBe(403)
  expect(await page(town.agent, point)).toContain('a donné le point en copie')
  // It still reads it where the point goes.
  await town.agent.visitor.api('POST', `/deliberations/items/${point.id}/steps`, {
    verb: 'propose',
  })
  expect(await sees()).toBe(200)
  const posted = await town.secretariat.visitor.post(`/circulation/of/${point.id}/copies`, {
    ...{ services: '', edition: '' },
  })
  // The secretariat does not see it before it is validated.
  expect(posted.status).toBe(404)
  // A form that was made before somebody else set them overwrites nothing.
  const stale = await town.head.visitor.post(`/circulation/of/${point.id}/copies`, {
    ...{ services: '', edition: 'made-before' },
  })
  expect(stale.status).toBe(409)
  expect(await sees()).toBe(200)
  expect((await send(town.head, point, 'copies', { services: [] })).status).toBe(200)
  expect(await sees()).toBe(404)
})

test('a point of the closed session is given to read by the secretariat alone', async () => {
  const point = await givenItem(town, { privacy: 'secret' })
  expect((await send(town.dg, point, 'copies', { services: [town.finance] })).status).toBe(403)
  expect((await send(town.secretariat, point, 'copies', { services: [town.finance] })).status).toBe(
    200,
  )
})

test('a point that is put in the closed session is taken back from the services that read it as a public one', async () => {
  const point = await givenItem(town, { title: 'Le pont' }, 'created')
  await send(town.agent, point, 'copies', { services: [town.finance] })
  const item = `/deliberations/items/${point.id}`
  const { version } = (await town.agent.visitor.api('GET', item)).json<{ version: number }>()
  const closed = { title: 'Aide à une personne', privacy: 'secret', version }
  const written = await town.agent.visitor.api('PUT', item, closed)
  expect(written.status, written.text).toBe(200)
  expect((await town.accountant.visitor.api('GET', item)).status).toBe(404)
  expect((await of(town.agent, point)).copies).toEqual([])
  expect(await page(town.agent, point)).toContain('a repris la copie')
})

test('labels are told apart as people tell them apart, those of the authority too', async () => {
  const add = (name: string, own: boolean) =>
    town.secretariat.visitor.api('POST', '/circulation/labels', { name, tone: 'bad', own })
  for (const own of [false, true]) {
    expect((await add('Urgent', own)).status).toBe(201)
    for (const twin of ['urgent', ' URGENT ', 'Ur\u200Bgent'])
      expect((await add(twin, own)).status, JSON.stringify(twin)).toBe(422)
  }
  // Nothing turns its direction of writing, none is unseen, none has two lines.
  expect((await add('À \u202Evoir', true)).json()).toMatchObject({ name: 'À voir' })
  for (const none of ['\u200B\u2060', 'a\nb']) expect((await add(none, true)).status).toBe(422)
})

test('a link stands on both points, once; who may not read the other does not learn what it is', async () => {
  const [one, other] = [
    await givenItem(town, { title: 'Le pont' }, 'created'),
    await givenItem(town, { title: 'La passerelle' }, 'created'),
  ]
  expect((await send(town.agent, one, 'links', { other: other.id })).status).toBe(200)
  expect((await send(town.agent, other, 'links', { other: one.id })).status).toBe(409)
  expect((await send(town.agent, one, 'links', { other: one.id })).status).toBe(422)
  const alone = await givenItem(town, { title: 'Le viaduc' }, 'created')
  const proposed = async ({ id }: { id: string }) =>
    (await town.agent.visitor.get(`/deliberations/items/${id}`)).text
  expect(await proposed(one)).toContain('<option>Le viaduc<')
  expect(await proposed(alone)).not.toContain('<option>Le viaduc<')
  expect((await of(town.agent, other)).links.map(({ title }) => title)).toEqual(['Le pont'])
  await send(town.agent, one, 'copies', { services: [town.finance] })
  expect((await of(town.accountant, one)).links).toEqual([])
  expect(await page(town.accountant, one)).not.toContain('La passerelle')
  const byTitle = await town.agent.visitor.post(`/circulation/of/${one.id}/unlinking`, {
    other: other.id,
  })
  expect(byTitle.status).toBe(303)
  const again = await town.agent.visitor.post(`/circulation/of/${one.id}/links`, {
    other: 'La passerelle',
  })
  expect(again.status).toBe(303)
  expect((await of(town.agent, one)).links).toHaveLength(1)
})

test('a label of the authority is seen by all who see the point, one’s own by nobody else; each has its page', async () => {
  const point = await givenItem(town, { title: 'Le pont' }, 'created')
  const add = (who: TestPerson, body: object) =>
    who.visitor.api('POST', '/circulation/labels', { tone: 'warn', ...body })
  expect((await add(town.agent, { name: 'Budget', own: false })).status).toBe(403)
  const shared = (await add(town.secretariat, { name: 'Budget', own: false })).json<Point>()
  const mine = (await add(town.agent, { name: 'À relire', own: true })).json<Point>()
  expect((await add(town.agent, { name: 'À relire', own: true })).status).toBe(422)
  // Another may call their own the same.
  expect((await add(town.head, { name: 'À relire', own: true })).status).toBe(201)
  expect((await send(town.agent, point, 'labels', { labels: [shared.id, mine.id] })).status).toBe(
    200,
  )
  // The choice is offered to who has it.
  const form = async (who: TestPerson) => mainWords(await who.visitor.get('/circulation/labels'))
  expect(await form(town.secretariat)).toContain('Pour moi seul')
  expect(await form(town.agent)).not.toContain('Pour moi seul')
  const names = async (who: TestPerson) => (await of(who, point)).labels.map(({ name }) => name)
  expect(await names(town.agent)).toEqual(['À relire', 'Budget'])
  expect(await names(town.head)).toEqual(['Budget'])
  const words = await page(town.head, point)
  expect(words).toContain('a étiqueté le point')
  expect(words).not.toContain('À relire Budget')
  expect((await send(town.head, point, 'labels', { labels: [mine.id] })).status).toBe(422)
  expect((await town.head.visitor.get(`/circulation/labels/${mine.id}`)).status).toBe(404)
  expect(mainWords(await town.agent.visitor.get(`/circulation/labels/${mine.id}`))).toContain(
    'Le pont',
  )
  expect(
    mainWords(await town.accountant.visitor.get(`/circulation/labels/${shared.id}`)),
  ).not.toContain('Le pont')
  expect((await town.agent.visitor.api('DELETE', `/circulation/labels/${shared.id}`)).status).toBe(
    403,
  )
  const dropped = await town.secretariat.visitor.post(
    `/circulation/labels/${shared.id}/removal`,
    {},
  )
  expect(dropped.status).toBe(303)
  expect(await names(town.head)).toEqual([])
})

test('a label goes on many points at once, where the one who puts it may', async () => {
  const label = (
    await town.secretariat.visitor.api('POST', '/circulation/labels', {
      ...{ name: 'Presse', tone: 'info', own: false },
    })
  ).json<Point>()
  const [mine, early] = [await givenItem(town), await givenItem(town, {}, 'created')]
  const put = await town.secretariat.visitor.api('POST', `/circulation/labels/${label.id}/points`, {
    items: [mine.id, early.id],
  })
  // The secretariat does not see the draft.
  expect(put.json()).toEqual({ labelled: 1 })
})

test('F06 a copy of a point takes over the annexes that are chosen, each with the day on which it was added', async () => {
  const original = await givenItem(town, { title: 'Le pont' }, 'created')
  await town.agent.visitor.post(`/deliberations/items/${original.id}/annexes`, {
    files: [new File(['Un'], 'devis.txt'), new File(['Deux'], 'plan.txt')],
  })
  const form = await town.agent.visitor.get(`/deliberations/items/new?copy_of=${original.id}`)
  expect(form.status).toBe(200)
  const written = await town.agent.visitor.post('/deliberations/items', {
    ...{ title: 'Le pont, bis', organ_id: town.council.id, service_id: town.works },
    ...{ category_id: town.roads, motivation: 'Vu', decision: 'D’approuver', copy_of: original.id },
  })
  const id = /items\/([\da-f-]{36})/.exec(written.headers.get('location') ?? '')?.[1] ?? ''
  expect(await page(town.agent, { id })).toContain('Copié d’un autre point')
  const annexesIn = (of: string) => town.authority.asSystem(() => annexesOf(of))
  const all = await annexesIn(original.id)
  const plan = all.find(({ title }) => title === 'plan')
  expect((await send(town.agent, { id }, 'annexes', { annexes: [plan?.id] })).json()).toEqual({
    taken: 1,
  })
  expect((await annexesIn(id)).map(({ title }) => title)).toEqual(['plan'])
  expect((await send(town.agent, { id }, 'annexes', { annexes: [plan?.id] })).status).toBe(409)
  expect((await send(town.agent, original, 'annexes', { annexes: [plan?.id] })).status).toBe(409)
})

test('F07 several points may follow one; where one in the middle is called off, the chain still says whence the others came', async () => {
  const first = await givenItem(town, { title: 'Le premier' })
  const follow = (of: typeof first, title: string) =>
    town.authority.asSystem(async () => {
      const [copy] = await copyMany([{ of, changes: { title } }], 'created')
      if (!copy) throw new Error('Nothing follows')
      return copy
    })
  const middle = await follow(first, 'Le deuxième')
  await follow(first, 'Un autre')
  const last = await follow(middle, 'Le dernier')
  const dropped = await town.agent.visitor.api('POST', `/deliberations/items/${middle.id}/steps`, {
    ...{ verb: 'drop', comment: 'Sans objet' },
  })
  expect(dropped.status, dropped.text).toBe(200)
  const chain = await town.authority.as(town.agent, () => wholeChain(last))
  expect(chain.map(({ title, state }) => [title, state]).toSorted()).toEqual([
    ['Le dernier', 'created'],
    ['Le deuxième', 'cancelled'],
    ['Le premier', 'validated'],
    ['Un autre', 'created'],
  ])
})
