import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { useOpenLetterbox } from '#kernel/mail'
import { today } from '#commons/clock'
import { keepEmail } from '#commons/directory'
import type { Organ } from '#commons/organs'
import { decideOne } from '#commons/settings'
import { givenItem, givenTown, mainWords, type Town } from '../../deliberations/test/council.ts'

let town: Town
beforeEach(async () => {
  town = await givenTown()
})
afterAll(() => useOpenLetterbox([]))

const call = (method: string, path: string, body?: object) =>
  town.secretariat.visitor.api(method, `/deliberations/meetings${path}`, body)

interface Answer {
  state: string
  last: string | null
  missing: object[]
  acts: { notices: { id: string; way: string; state: string }[] }[]
}
const convocationOf = async (id: string) => (await call('GET', `/${id}/convocation`)).json<Answer>()

/** A frozen agenda of one point. */
async function givenFrozen(days: number, organ: Organ): Promise<string> {
  const starts = today().add({ days }).toZonedDateTime({ timeZone, plainTime: '20:00' })
  const planned = await call('POST', '', {
    organ_id: organ.id,
    starts_at: starts.toPlainDateTime().toString({ smallestUnit: 'minute' }),
    place: 'Maison communale',
  })
  const { id } = planned.json<{ id: string }>()
  const item = await givenItem(town, { organ_id: organ.id })
  await town.secretariat.visitor.api('POST', `/deliberations/items/${item.id}/presentation`, {
    meeting_id: id,
  })
  await call('POST', `/${id}/steps`, { verb: 'freeze' })
  return id
}

const seatsOf = async (id: string) =>
  (await call('GET', `/${id}/attendance`)).items<{ id: string; last_name: string }>()

async function receiveAll(id: string) {
  const notices = (await convocationOf(id)).acts.flatMap((act) =>
    act.notices.filter(({ way }) => way !== 'email').map((one) => one.id),
  )
  return call('POST', `/${id}/convocation/receipts`, { notices, on: today().toString() })
}

test('in a demonstration its letterbox, which is read here, receives what convokes', async () => {
  useOpenLetterbox([town.authority.tenant.slug])
  await town.authority.asSystem(async () => {
    for (const { id } of [town.mayor, town.councillor, town.dg])
      await keepEmail(id, 'fiction@beauval.example')
  })
  const id = await givenFrozen(20, town.council)
  const paper = (await seatsOf(id))
    .filter(({ last_name }) => ['Falleur', 'Hautval'].includes(last_name))
    .map((seat) => seat.id)
  expect((await call('POST', `/${id}/convocation`, { paper })).status).toBe(201)
  await town.authority.drain()
  const { acts, ...waiting } = await convocationOf(id)
  expect(waiting).toMatchObject({ state: 'waiting', missing: [] })
  const states = acts.flatMap(({ notices }) => notices.map(({ way, state }) => `${way} ${state}`))
  expect(states.toSorted()).toEqual([
    ...Array<string>(3).fill('email kept'),
    ...Array<string>(2).fill('paper waiting'),
  ])
  expect((await receiveAll(id)).json()).toMatchObject({ state: 'done' })
  const page = await town.secretariat.visitor.get(`/deliberations/meetings/${id}/convocation`)
  expect(mainWords(page)).toContain('dans la boîte d’envoi de la démonstration')
})

test('a college is convoked two clear days before; nobody read that in the law, so it warns and stops nobody (L1123-21)', async () => {
  const id = await givenFrozen(20, town.college)
  const last = today().add({ days: 17 })
  expect(await convocationOf(id)).toMatchObject({ state: 'none', last: last.toString() })
  const page = mainWords(await town.secretariat.visitor.get(`/deliberations/meetings/${id}`))
  expect(page).toMatch(/convocation reçue au plus tard.*L1123-21, non vérifié/)
  expect(page).toContain('Hors des jours fixes du collège')
  const paper = (await seatsOf(id)).map((seat) => seat.id)
  const soon = await givenFrozen(1, town.college)
  const urgency = 'La digue a cédé'
  const sent = await call('POST', `/${soon}/convocation`, { paper, urgency })
  expect(sent.status, sent.text).toBe(201)
  expect((await receiveAll(soon)).json()).toMatchObject({ state: 'urgent' })
  const now = await givenFrozen(0, town.college)
  expect((await call('POST', `/${now}/steps`, { verb: 'decide' })).status).toBe(200)
})

test('a college that meets on its fixed day is not warned each week; on another day it is convoked (L1123-21)', async () => {
  const fixed = String(today().add({ days: 20 }).dayOfWeek)
  const decide = (day: string) =>
    town.authority.asSystem(() => decideOne('deliberations.college_day', day))
  const first = async (id: string) =>
    mainWords(await town.secretariat.visitor.get(`/deliberations/meetings/${id}`))
  await decide(fixed)
  const [weekly, other] = [await givenFrozen(27, town.college), await givenFrozen(28, town.college)]
  expect(await convocationOf(weekly)).toMatchObject({ state: 'none', last: null })
  expect(await first(weekly)).not.toContain('L1123-21')
  expect(await first(other)).toContain('L1123-21')
  const { rows } = await town.authority.asSystem(() =>
    sql<{ due_on: string }>`select due_on::text from commons.dossier where id = ${weekly}`.execute(
      db(),
    ),
  )
  expect(rows).toEqual([{ due_on: today().add({ days: 27 }).toString() }])
  await decide('none')
  expect(await first(weekly)).toContain('L1123-21')
})

test('all are convoked on paper, and noted to have received it, in one act each, whatever is ticked', async () => {
  const id = await givenFrozen(20, town.council)
  const path = `/deliberations/meetings/${id}/convocation`
  const { visitor } = town.secretariat
  const sent = await visitor.post(path, { paper: '', bearer: '', all_on_paper: 'on' })
  expect(sent.status).toBe(303)
  const ways = (await convocationOf(id)).acts.flatMap((act) => act.notices.map(({ way }) => way))
  expect(ways).toEqual(Array(5).fill('paper'))
  expect((await visitor.get(path)).text).toContain('Reçu par tous (5)')
  const noted = await visitor.post(`${path}/receipts`, { all: 'on', on: today().toString() })
  expect(noted.status).toBe(303)
  expect(await convocationOf(id)).toMatchObject({ state: 'done', missing: [] })
  // What is noted is corrected by name: all of nobody is nothing.
  const again = await call('POST', `/${id}/convocation/receipts`, {
    ...{ all: true, on: today().toString() },
  })
  expect(again.status).toBe(422)
})
