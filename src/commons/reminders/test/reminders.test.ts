import { beforeAll, expect, test } from 'vitest'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { atItsTime } from '#kernel/jobs'
import { today } from '#commons/clock'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { remind } from '../index.ts'
import { reminded } from '../reminder.ts'
import { nextDay, tellReminders } from '../tell.ts'

let authority: TestAuthority
let works: string
let agent: TestPerson
let colleague: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  works = await authority.service('Travaux')
  agent = await authority.person({ in: works, roles: ['agent'] })
  colleague = await authority.person({ in: works, roles: ['agent'] })
})

interface Told {
  id: string
  words: string
  day: string
  why: string
  told: boolean
}

/** A point of the works, as the API writes it. */
async function givenItem(): Promise<string> {
  const { organ_id } = await authority.asSystem(() =>
    db()
      .selectFrom('commons.organ')
      .select('id as organ_id')
      .orderBy('position')
      .executeTakeFirstOrThrow(),
  )
  const sent = { title: 'Un banc', organ_id, service_id: works, category_id: null }
  const given = { privacy: 'public', poll_type: 'freehand', motivation: '', decision: '' }
  const written = await agent.visitor.api('POST', '/deliberations/items', { ...sent, ...given })
  return written.json<{ id: string }>().id
}

const ask = (id: string, more: object, who = agent) =>
  who.visitor.api('POST', `/reminders/of/${id}`, {
    words: 'Relancer',
    day: today().toString(),
    to: `user:${who.id}`,
    ...more,
  })
const morning = async () => {
  const { database } = await ground()
  await atItsTime(database, tellReminders)
  await authority.drain()
}
const noticesOf = async ({ visitor }: TestPerson, id: string) =>
  (await visitor.api('GET', '/notices'))
    .json<{ notices: { dossier_id: string; words: string; others: number }[] }>()
    .notices.filter(({ dossier_id }) => dossier_id === id)

const due = (id: string, on: string | null) =>
  authority.asSystem(() =>
    sql`update commons.dossier set due_on = ${on}::date where id = ${id}`.execute(db()),
  )

test('a reminder is added on the page of a dossier, told on its day once, and taken away', async () => {
  const id = await givenItem()
  const page = `/deliberations/items/${id}`
  const day = today().toString()
  const sent = {
    words: 'Appeler le riverain',
    day,
    to: `service:${works}`,
    before: '',
    repeats: '',
  }
  const added = await agent.visitor.post(`/reminders/of/${id}`, sent, page)
  expect(added.headers.get('location')).toBe(page)
  expect((await colleague.visitor.get(page)).text).toContain('Appeler le riverain')
  await morning()
  await morning()
  for (const who of [agent, colleague])
    expect(await noticesOf(who, id)).toMatchObject([
      { words: 'Rappel\u00A0: Appeler le riverain', others: 0 },
    ])
  const [told] = (await agent.visitor.api('GET', `/reminders/of/${id}`)).items<Told>()
  expect(told?.told).toBe(true)
  expect((await agent.visitor.post(`/reminders/${told?.id}/removal`)).status).toBe(303)
  expect((await agent.visitor.get(page)).text).not.toContain('Appeler le riverain')
})

test('what is wrong is said at its field, on the page from which it was sent', async () => {
  const id = await givenItem()
  const page = `/deliberations/items/${id}`
  const past = { words: 'Hier', day: '2020-01-01', to: `user:${agent.id}`, before: '', repeats: '' }
  const refused = await agent.visitor.post(`/reminders/of/${id}`, past, page)
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Ce jour est passé')
  expect((await ask(id, { day: null })).status).toBe(422)
  expect((await ask(id, { day: null, before: 5 })).text).toContain('pas d’échéance')
  expect((await ask(id, { to: `user:${colleague.id}` })).status).toBe(422)
})

test('working days before the due day follow it; a closing day that comes later moves nothing', async () => {
  const id = await givenItem()
  const year = today().year + 1
  await due(id, `${year}-05-28`)
  const [first] = (await ask(id, { day: null, before: 2 })).items<Told>()
  expect(first?.why).toContain('2 jours ouvrables avant')
  expect(first?.why).toContain('hors jours fériés et jours de fermeture')
  const manager = await authority.person({ roles: ['administrator'] })
  await manager.visitor.api('POST', '/calendar', {
    first_day: first?.day,
    label: 'fermeture imprévue',
  })
  const shown = async () => (await agent.visitor.api('GET', `/reminders/of/${id}`)).items<Told>()[0]
  expect((await shown())?.day).toBe(first?.day)
  await due(id, `${year}-09-16`)
  const moved = (await shown())?.day ?? ''
  expect(moved > `${year}-09-01` && moved < `${year}-09-16`).toBe(true)
  await morning()
  expect(await shown()).toMatchObject({ day: moved, told: false })
  await due(id, null)
  await morning()
  expect(await shown()).toBeUndefined()
})

test('nobody is told of a dossier that they no longer see, nor of one that has ended', async () => {
  const [hidden, ended] = [await givenItem(), await givenItem()]
  const to = { to: 'role:agent', words: 'Relancer' }
  await authority.asSystem(async () => {
    for (const id of [hidden, ended]) await remind(await reminded(id), { day: today() }, to)
  })
  await authority.asSystem(async () => {
    await sql`update commons.dossier set readers = array['user:' || ${agent.id}] where id = ${hidden}`.execute(
      db(),
    )
    await sql`update commons.dossier set state = 'accepted' where id = ${ended}`.execute(db())
  })
  await morning()
  expect(await noticesOf(colleague, ended)).toEqual([])
  const { rows } = await authority.asSystem(() =>
    sql`select 1 from commons.notice
      where dossier_id in (${hidden}, ${ended}) and person_id = ${colleague.id}`.execute(db()),
  )
  expect(rows).toEqual([])
  expect((await colleague.visitor.api('GET', `/reminders/of/${hidden}`)).status).toBe(404)
})

test('one that repeats comes again on the day of its rhythm, and is for its own alone', async () => {
  const id = await givenItem()
  await ask(id, { repeats: 'week' })
  await morning()
  const [next] = (await agent.visitor.api('GET', `/reminders/of/${id}`)).items<Told>()
  expect(next).toMatchObject({ day: today().add({ weeks: 1 }).toString(), told: false })
  expect((await colleague.visitor.api('GET', `/reminders/of/${id}`)).items()).toEqual([])
  expect((await colleague.visitor.api('DELETE', `/reminders/${next?.id}`)).status).toBe(404)
  const january = Temporal.PlainDate.from('2024-01-31')
  expect(nextDay(january, 'month').day).toBeGreaterThanOrEqual(28)
})
