import { beforeAll, expect, test } from 'vitest'
import { read } from '#commons/dossiers'
import { type Item, items } from '../item.ts'
import { meetings } from '../meeting.ts'
import { close, freeze, unfreeze } from '../meeting-steps.ts'
import { withdraw } from '../order.ts'
import { decide, reopen } from '#modules/votes'
import { type Decision, decisions } from '../workflow.ts'
import {
  ballotsOf,
  givenItem,
  givenMeeting,
  givenTown,
  mainWords,
  onItem,
  onMeeting,
  type Sketch,
  type Town,
} from './council.ts'

let town: Town
let other: Town
beforeAll(async () => {
  town = await givenTown()
  other = await givenTown()
})

const roles = [
  ...(['agent', 'head', 'dg', 'secretariat', 'mayor'] as const),
  ...(['councillor', 'alderman', 'accountant'] as const),
]
type Role = (typeof roles)[number]

/** Who finds a point, by its address, in the list and in the search; all three must agree. */
async function readersOf({ id, title }: Item): Promise<Role[]> {
  const found: Role[] = []
  for (const role of roles) {
    const { visitor } = town[role]
    const { status } = await visitor.api('GET', `/deliberations/items/${id}`)
    const listed = (await visitor.api('GET', '/deliberations/items')).json<{
      items: { id: string }[]
    }>()
    const search = await visitor.get(`/search?q=${title}`)
    const seen = status === 200
    expect(
      listed.items.some((one) => one.id === id),
      `${role}, list`,
    ).toBe(seen)
    expect(search.text.includes(`/deliberations/items/${id}`), `${role}, search`).toBe(seen)
    if (seen) found.push(role)
    else expect(status, role).toBe(404)
  }
  const stranger = await other.secretariat.visitor.api('GET', `/deliberations/items/${id}`)
  expect(stranger.status).toBe(404)
  return found
}

const service = ['agent', 'head', 'dg'] as const
const validated = [...service, 'secretariat'] as const
const presented = [...validated, 'mayor'] as const
const frozen = [...presented, 'councillor'] as const
const decidedInPublic = [...frozen, 'accountant'] as const

let words = 0
const sketched = (privacy: 'public' | 'secret'): Sketch => ({
  title: `Point${(words += 1)}x${privacy}`,
  privacy,
  poll_type: 'no_vote',
})
const privacies = ['public', 'secret'] as const

test('a created point is seen by its service only, and the director general; another service gets nothing (C02)', async () => {
  for (const privacy of privacies)
    for (const until of ['created', 'proposed', 'endorsed'] as const)
      expect(await readersOf(await givenItem(town, sketched(privacy), until))).toEqual(service)
})

test('a validated point is seen by the secretariat too', async () => {
  for (const privacy of privacies)
    expect(await readersOf(await givenItem(town, sketched(privacy)))).toEqual(validated)
})

async function point(
  privacy: 'public' | 'secret',
  until: 'created' | 'frozen' | 'decided',
  purpose: Item['purpose'] = 'takes_note',
) {
  const sketch: Sketch = { ...sketched(privacy), purpose }
  if (purpose === 'decision') sketch.poll_type = 'freehand'
  const { meeting, points } = await givenMeeting(town, { items: [sketch], until })
  const [item] = points
  if (!item) throw new Error('The meeting has no point')
  return { meeting, item }
}

test('on an open agenda the mayor sees a point, councillors do not yet', async () => {
  for (const privacy of privacies) {
    const { item } = await point(privacy, 'created')
    expect(await readersOf(item)).toEqual(presented)
  }
})

test('from the freeze on the members of the organ see its points, huis clos included (L1122-13)', async () => {
  for (const privacy of privacies)
    for (const until of ['frozen', 'decided'] as const) {
      const { item } = await point(privacy, until)
      expect(await readersOf(item)).toEqual(frozen)
    }
})

test('an agenda that is opened again, or a point that leaves it, is out of sight of the members', async () => {
  const { meeting, item } = await point('public', 'frozen')
  await onMeeting(town, town.secretariat, meeting, unfreeze)
  expect(await readersOf(item)).toEqual(presented)
  await onMeeting(town, town.secretariat, meeting, freeze)
  expect(await readersOf(item)).toEqual(frozen)
  await onItem(town, town.secretariat, item, withdraw)
  expect(await readersOf(item)).toEqual(validated)
})

const decidePoint = (item: Item, verb: Decision | 'reopen') =>
  town.authority.as(town.secretariat, async () => {
    const meeting = await read(meetings, item.meeting_id ?? '')
    const fresh = await read(items, item.id, { lock: true })
    return verb === 'reopen' ? reopen(fresh, meeting) : decide(fresh, meeting, verb)
  })

/** A point that may be decided so, and its decision: what is refused was voted down. */
async function decidedSo(privacy: 'public' | 'secret', verb: Decision) {
  const purpose = verb === 'treat' ? 'information' : verb === 'refuse' ? 'decision' : 'takes_note'
  const { meeting, item } = await point(privacy, 'decided', purpose)
  if (verb === 'refuse') {
    const vote = { ballots: await ballotsOf(town, meeting, 'no') }
    await town.secretariat.visitor.api('PUT', `/deliberations/items/${item.id}/vote`, vote)
  }
  await decidePoint(item, verb)
  return { meeting, item }
}

test('once decided in public, all agents see a point, whatever was decided; not while it is reopened', async () => {
  for (const verb of decisions) {
    const { item } = await decidedSo('public', verb)
    expect(await readersOf(item)).toEqual(decidedInPublic)
    if (verb !== 'accept') continue
    await decidePoint(item, 'reopen')
    expect(await readersOf(item)).toEqual(frozen)
  }
})

test('a point of the closed session is not for all agents, decided or closed', async () => {
  for (const verb of decisions) {
    const { meeting, item } = await decidedSo('secret', verb)
    expect(await readersOf(item)).toEqual(frozen)
    if (verb !== 'accept') continue
    await onMeeting(town, town.secretariat, meeting, close)
    expect(await readersOf(item)).toEqual(frozen)
  }
})

test('a member of another organ never sees a point of this one', async () => {
  const { meeting, points } = await givenMeeting(town, {
    organ: town.college,
    items: [sketched('public')],
  })
  for (const item of points) {
    expect(await readersOf(item)).toEqual([...presented, 'alderman'])
    await decidePoint(item, 'accept')
    // The college sits closed (CDLD L1123-20): nothing of it is for all agents, whatever was chosen.
    expect(item.privacy).toBe('secret')
    expect(await readersOf(item)).toEqual([...presented, 'alderman'])
  }
  const { visitor } = town.councillor
  for (const tab of ['', '/attendance', '/documents', '/history'])
    expect((await visitor.get(`/deliberations/meetings/${meeting.id}${tab}`)).status).toBe(404)
  const listed = await visitor.api('GET', '/deliberations/meetings')
  const { items } = listed.json<{ items: { id: string }[] }>()
  expect(items.some(({ id }) => id === meeting.id)).toBe(false)
})

test('each reads on an agenda the points that are for them, and no others are counted', async () => {
  const { meeting, points } = await givenMeeting(town, {
    items: [
      { title: 'Voirie', poll_type: 'no_vote' },
      { title: 'Nomination', privacy: 'secret' },
      { title: 'Budget' },
    ],
  })
  const [decided] = points
  if (decided) await decidePoint(decided, 'accept')
  const read = async (role: Role) => {
    const path = `/deliberations/meetings/${meeting.id}`
    const lines = await town[role].visitor.api('GET', `${path}/agenda`)
    const titles = lines.items<{ title: string }>().map(({ title }) => title)
    const page = mainWords(await town[role].visitor.get(path))
    for (const title of ['Voirie', 'Nomination', 'Budget'])
      expect(page.includes(title), `${role}, ${title}`).toBe(titles.includes(title))
    const list = mainWords(await town[role].visitor.get('/deliberations'))
    expect(list).toContain(`Maison communale · ${titles.length} point`)
    return titles
  }
  expect(await read('secretariat')).toEqual(['Voirie', 'Budget', 'Nomination'])
  expect(await read('councillor')).toEqual(['Voirie', 'Budget', 'Nomination'])
  expect(await read('accountant')).toEqual(['Voirie'])
})

test('an annex is for those who see its point', async () => {
  const { item } = await point('secret', 'decided')
  const file = new File(['devis'], 'devis.txt', { type: 'text/plain' })
  const added = await town.secretariat.visitor.post(`/deliberations/items/${item.id}/annexes`, {
    files: [file],
  })
  expect(added.status).toBe(303)
  const page = await town.councillor.visitor.get(`/deliberations/items/${item.id}`)
  const [annex = ''] = /\/annexes\/[\da-f-]{36}/.exec(page.text) ?? []
  expect((await town.councillor.visitor.get(annex)).text).toBe('devis')
  for (const role of ['accountant', 'alderman'] as const)
    expect((await town[role].visitor.get(annex)).status).toBe(404)
  expect((await other.secretariat.visitor.get(annex)).status).toBe(404)
})

test('no agenda or minutes tells of a point to somebody who may not see it', async () => {
  const { meeting } = await givenMeeting(town, {
    items: [{ title: 'Nomination', privacy: 'secret' }],
  })
  const path = `/deliberations/meetings/${meeting.id}/documents`
  for (const template of ['agenda', 'minutes'])
    expect((await town.secretariat.visitor.api('POST', path, { template })).status).toBe(202)
  await town.authority.drain()
  const made = (await town.secretariat.visitor.api('GET', path)).items<{ id: string }>()
  expect(made).toHaveLength(2)
  for (const { id } of made) {
    expect((await town.councillor.visitor.get(`/documents/${id}`)).status).toBe(200)
    for (const role of ['accountant', 'alderman'] as const)
      expect((await town[role].visitor.get(`/documents/${id}`)).status).toBe(404)
  }
})
