import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { useMailServer } from '#kernel/mail'
import { today } from '#commons/clock'
import { keepEmail } from '#commons/directory'
import { timeZone } from '#kernel/i18n'
import { givenItem, givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'
import { openPostOffice, type PostOffice } from '../../../kernel/mail/test/post-office.ts'

let office: PostOffice
let town: Town

beforeAll(async () => {
  office = await openPostOffice()
  useMailServer(office.server)
})
afterAll(async () => {
  useMailServer(null)
  await office.close()
})
beforeEach(async () => {
  town = await givenTown()
  office.letters.length = 0
})

const inDays = (days: number, time = '20:00') =>
  today()
    .add({ days })
    .toZonedDateTime({ timeZone, plainTime: time })
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

const call = (method: string, path: string, body?: object) =>
  town.secretariat.visitor.api(method, `/deliberations${path}`, body)

/** The mayor, the councillor and the secretary of the council have an address; Falleur and Hautval have none. */
async function givenAddresses(): Promise<void> {
  await town.authority.asSystem(async () => {
    await keepEmail(town.mayor.id, 'maire@commune.be')
    await keepEmail(town.councillor.id, 'conseil@commune.be')
    await keepEmail(town.dg.id, 'dg@commune.be')
  })
}

interface Answer {
  state: string
  last: string | null
  missing: { id: string; name: string }[]
  unreceived: { id: string; name: string }[]
  acts: {
    kind: string
    body: string
    hash: string
    notices: { id: string; seat_id: string; name: string; way: string; state: string }[]
  }[]
}
const convocationOf = async (meeting: string) =>
  (await call('GET', `/meetings/${meeting}/convocation`)).json<Answer>()

/** A frozen agenda of the council, of one point and one of the closed session. */
async function givenFrozen(days: number, sketches: object[] = [{}]): Promise<string> {
  const planned = await call('POST', '/meetings', {
    organ_id: town.council.id,
    starts_at: inDays(days),
    place: 'Maison communale',
  })
  const { id } = planned.json<{ id: string }>()
  for (const sketch of sketches) {
    const item = await givenItem(town, sketch)
    await call('POST', `/items/${item.id}/presentation`, { meeting_id: id })
  }
  await call('POST', `/meetings/${id}/steps`, { verb: 'freeze' })
  return id
}

async function paperSeats(meeting: string): Promise<string[]> {
  const seats = (await call('GET', `/meetings/${meeting}/attendance`)).items<{
    id: string
    last_name: string
  }>()
  return seats
    .filter(({ last_name }) => ['Falleur', 'Hautval'].includes(last_name))
    .map(({ id }) => id)
}

async function givenConvoked(days: number, sketches: object[] = [{}]): Promise<string> {
  await givenAddresses()
  const id = await givenFrozen(days, sketches)
  const sent = await call('POST', `/meetings/${id}/convocation`, { paper: await paperSeats(id) })
  expect(sent.status).toBe(201)
  await town.authority.drain()
  return id
}

/** Everything that went on paper was handed over on a day. */
async function receiveAll(id: string, on = today()) {
  const { acts } = await convocationOf(id)
  const notices = acts.flatMap((act) =>
    act.notices.filter(({ way }) => way !== 'email').map((one) => one.id),
  )
  return call('POST', `/meetings/${id}/convocation/receipts`, { notices, on: on.toString() })
}

test('a council is convoked by name, by e-mail and on paper; it is convoked once all received it (D7, L1122-13)', async () => {
  const id = await givenConvoked(20, [
    { title: 'Zone 30' },
    { title: 'Recours de Mme X', privacy: 'secret' },
  ])
  const waiting = await convocationOf(id)
  expect(waiting).toMatchObject({ state: 'waiting', last: today().add({ days: 12 }).toString() })
  expect(waiting.unreceived.map(({ name }) => name)).toEqual([
    'M.\u00A0Luc Falleur',
    'M.\u00A0Luc Hautval',
  ])
  const [act] = waiting.acts
  expect(act?.notices.map(({ way, state }) => `${way} ${state}`).toSorted()).toEqual([
    'email sent',
    'email sent',
    'email sent',
    'paper waiting',
    'paper waiting',
  ])
  expect(act?.hash).toMatch(/^[\da-f]{64}$/)
  for (const words of ['Zone 30', 'Recours de Mme X', 'Maison communale', 'version 1'])
    expect(act?.body).toContain(words)
  expect(office.letters).toHaveLength(3)

  const path = `/deliberations/meetings/${id}`
  expect(mainWords(await town.secretariat.visitor.get(path))).toContain('reçue par 2 membres sur 4')
  expect((await receiveAll(id)).json()).toMatchObject({ state: 'done' })
  const page = mainWords(await town.secretariat.visitor.get(path))
  expect(page).toContain('Convocation reçue par tous')
  expect(page).toMatch(/Fait.*convocation reçue au plus tard/)
})

test('freezing an agenda convokes nobody, and nothing is ticked (D7)', async () => {
  const id = await givenFrozen(20)
  const page = mainWords(await town.secretariat.visitor.get(`/deliberations/meetings/${id}`))
  expect(page).toContain('Personne n’est convoqué')
  expect(page).not.toMatch(/Fait/)
})

test('who has no address is named, and nothing leaves until it is said how they are reached', async () => {
  const id = await givenFrozen(20)
  const refused = await call('POST', `/meetings/${id}/convocation`, {})
  expect(refused.status).toBe(422)
  expect(refused.json<{ errors: { paper: string[] } }>().errors.paper[0]).toContain('Falleur')
  expect((await convocationOf(id)).acts).toEqual([])
})

test('too late a convocation is refused with its article; an urgency lets it leave and is written in it (L1122-13)', async () => {
  await givenAddresses()
  const id = await givenFrozen(5)
  const paper = await paperSeats(id)
  const late = await call('POST', `/meetings/${id}/convocation`, { paper })
  expect(late.status).toBe(422)
  expect(late.text).toContain('CDLD L1122-13')
  const urgency = 'La digue a cédé'
  const sent = await call('POST', `/meetings/${id}/convocation`, { paper, urgency })
  expect(sent.status).toBe(201)
  expect((await convocationOf(id)).acts[0]?.body).toContain(urgency)
  await town.authority.drain()
  expect((await receiveAll(id)).json()).toMatchObject({ state: 'urgent' })
})

test('a receipt is noted not before the sending nor in the future, and corrected with both days in history', async () => {
  const id = await givenConvoked(20)
  expect((await receiveAll(id, today().add({ days: 1 }))).status).toBe(422)
  expect((await receiveAll(id, today().subtract({ days: 1 }))).status).toBe(422)
  expect((await receiveAll(id)).status).toBe(200)
  expect((await receiveAll(id)).status).toBe(200)
  const history = await call('GET', `/meetings/${id}/history`)
  expect(history.text).toContain(`${today().toString()} → ${today().toString()}`)
})

test('a message that no server takes convokes nobody: it is sent again on paper', async () => {
  await givenAddresses()
  useMailServer(null)
  const id = await givenFrozen(20)
  await call('POST', `/meetings/${id}/convocation`, { paper: await paperSeats(id) })
  await town.authority.drain()
  useMailServer(office.server)
  const kept = await convocationOf(id)
  expect(kept.missing).toHaveLength(2)
  const seats = kept.missing.map((one) => one.id)
  const again = await call('POST', `/meetings/${id}/convocation/again`, { seats, way: 'bearer' })
  expect(again.status).toBe(201)
  expect((await receiveAll(id)).json()).toMatchObject({ state: 'done', missing: [] })
})

test('a sitting of which nobody was convoked is not opened, by the page nor by the API', async () => {
  const id = await givenFrozen(0)
  const refused = await call('POST', `/meetings/${id}/steps`, { verb: 'decide' })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('L1122-13')
  const page = await town.secretariat.visitor.post(`/deliberations/meetings/${id}/steps`, {
    verb: 'decide',
  })
  expect(page.status).toBe(409)
  await givenAddresses()
  const urgency = 'La digue a cédé'
  await call('POST', `/meetings/${id}/convocation`, { paper: await paperSeats(id), urgency })
  expect((await call('POST', `/meetings/${id}/steps`, { verb: 'decide' })).status).toBe(200)
})

test('once convoked the agenda is not undone, and another day is told to all with its reason', async () => {
  const id = await givenConvoked(20)
  await receiveAll(id)
  expect((await call('POST', `/meetings/${id}/steps`, { verb: 'unfreeze' })).status).toBe(409)
  const to = { starts_at: inDays(27), place: 'Salle des fêtes' }
  expect((await call('PUT', `/meetings/${id}/arrangement`, to)).status).toBe(422)
  const moved = await call('PUT', `/meetings/${id}/arrangement`, {
    ...to,
    reason: 'Panne de courant',
  })
  expect(moved.status).toBe(200)
  const told = await convocationOf(id)
  expect(told.acts.map(({ kind }) => kind)).toEqual(['convocation', 'change'])
  expect(told.acts[1]?.body).toContain('Panne de courant')
  expect(told).toMatchObject({ state: 'waiting', last: today().add({ days: 19 }).toString() })
  await town.authority.drain()
  expect((await receiveAll(id)).json()).toMatchObject({ state: 'done' })
})

test('a day that leaves no time to convoke is refused, unless an urgency is given', async () => {
  const id = await givenConvoked(20)
  const to = { starts_at: inDays(3), place: 'Salle', reason: 'Plus tôt' }
  expect((await call('PUT', `/meetings/${id}/arrangement`, to)).status).toBe(422)
  const urgent = { ...to, urgency: 'La digue a cédé' }
  expect((await call('PUT', `/meetings/${id}/arrangement`, urgent)).status).toBe(200)
})

test('a meeting that is called off tells those who were convoked, and its points wait again', async () => {
  const id = await givenConvoked(20, [{ title: 'Zone 30' }])
  const unsaid = await call('POST', `/meetings/${id}/steps`, { verb: 'cancel' })
  expect(unsaid.status).toBe(422)
  const off = { verb: 'cancel', comment: 'Le bourgmestre est malade' }
  expect((await call('POST', `/meetings/${id}/steps`, off)).json()).toMatchObject({
    state: 'cancelled',
  })
  const { acts } = await convocationOf(id)
  expect(acts.at(-1)).toMatchObject({ kind: 'cancellation' })
  expect(acts.at(-1)?.body).toContain('Le bourgmestre est malade')
  const available = await givenFrozen(30, [])
  const page = await town.secretariat.visitor.get(`/deliberations/meetings/${available}/available`)
  expect(mainWords(page)).toContain('Zone 30')
})

test('a late point that all receive in time is of the agenda; one that comes after stays late (D8, L1122-24)', async () => {
  const id = await givenConvoked(20, [{ title: 'Zone 30' }])
  await receiveAll(id)
  const item = await givenItem(town, { title: 'Motion d’un conseiller' })
  await call('POST', `/items/${item.id}/presentation`, { meeting_id: id })
  const listed = async () => (await call('GET', `/items/${item.id}`)).json<{ list_type: string }>()
  expect(await listed()).toMatchObject({ list_type: 'late' })
  expect((await call('POST', `/meetings/${id}/convocation/supplement`, {})).status).toBe(201)
  await town.authority.drain()
  expect(await listed()).toMatchObject({ list_type: 'late' })
  await receiveAll(id)
  expect(await listed()).toMatchObject({ list_type: 'normal' })
  const after = await givenItem(town, { title: 'Encore un' })
  await call('POST', `/items/${after.id}/presentation`, { meeting_id: id })
  await receiveAll(id)
  expect((await call('GET', `/items/${after.id}`)).json()).toMatchObject({ list_type: 'late' })
})

test('what convokes holds the closed session: agents do not read it, members do', async () => {
  const id = await givenConvoked(20, [{ title: 'Recours de Mme X', privacy: 'secret' }])
  const path = `/deliberations/meetings/${id}/convocation`
  expect((await town.agent.visitor.get(path)).status).toBe(403)
  expect((await town.alderman.visitor.get(path)).status).toBe(404)
  expect((await town.councillor.visitor.get(path)).text).toContain('Recours de Mme X')
})

test('what is sent is made as a paper with its number, and the public one names nobody of the closed session (L1122-14)', async () => {
  const id = await givenConvoked(20, [
    { title: 'Zone 30' },
    { title: 'Recours de Mme X', privacy: 'secret' },
  ])
  const listed = async () =>
    (await call('GET', `/meetings/${id}/documents`)).items<{
      id: string
      title: string
      state: string
    }>()
  const made = await listed()
  expect(made.map(({ title, state }) => `${title} ${state}`).toSorted()).toEqual([
    'Ordre du jour public, version 1 ready',
    'Ordre du jour, version 1 ready',
  ])
  // An agent sees the meeting: the public agenda is for them, that of the members is not.
  const forAgent = (
    await town.agent.visitor.api('GET', `/deliberations/meetings/${id}/documents`)
  ).items<{ title: string }>()
  expect(forAgent.map(({ title }) => title)).toEqual(['Ordre du jour public, version 1'])
  const { id: item } = await givenItem(town, { title: 'Motion' })
  await call('POST', `/items/${item}/presentation`, { meeting_id: id })
  await call('POST', `/meetings/${id}/convocation/supplement`, {})
  await town.authority.drain()
  expect((await listed()).map(({ title }) => title)).toContain('Ordre du jour public, version 2')
})
