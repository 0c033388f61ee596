import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { addPerson, todayHere } from '#commons/directory'
import { suspendPerson } from '../person.ts'

const today = todayHere()
const yesterday = today.subtract({ days: 1 })
const tomorrow = today.add({ days: 1 })

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'], firstName: 'Odile' })
})

const inPlace = (answer: { headers: Headers }) => answer.headers.get('location') ?? ''
const idIn = (answer: { headers: Headers }) => /[\da-f-]{36}/.exec(inPlace(answer))?.[0] ?? ''
const entered = (fields: Record<string, string>) => manager.visitor.post('/people', fields)

describe('an administrator', () => {
  test('enters somebody with a role and a service for some days (D16)', async () => {
    const works = await authority.service('Travaux')
    const answer = await entered({
      ...{ first_name: 'Bruno', last_name: 'Castelain', email: 'bruno@example.org' },
      ...{ login: 'bruno', role: 'agent', service_id: works, function: 'head' },
      ...{ first_day: yesterday.toString(), last_day: today.toString() },
    })
    expect(answer.status).toBe(303)
    const { actor } = await authority.signIn(idIn(answer))
    expect(actor.principals).toEqual(
      expect.arrayContaining(['role:agent', `service:${works}:head`]),
    )
    const { text } = await manager.visitor.get(inPlace(answer))
    expect(text).toContain('chef – Travaux')
    expect(text).toContain('bruno@example.org')
  })

  test('is asked before a second person of nearly the same name is entered', async () => {
    await entered({ first_name: 'Clémence', last_name: 'Duvivier' })
    const twin = { first_name: 'Clemence', last_name: 'Duviviers' }
    const asked = await entered(twin)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Est-ce une de ces personnes')
    expect(asked.text).toContain('Clémence Duvivier')
    expect((await entered({ ...twin, other: 'on' })).status).toBe(303)
  })

  test('sees those who are like somebody new before anything is entered', async () => {
    await entered({ first_name: 'Aldegonde', last_name: 'Vercruysse' })
    const typed = { first_name: 'Aldegonde', last_name: 'Vercruyse', email: '' }
    const looked = await manager.visitor.post('/people/similar', typed)
    expect(looked.status).toBe(422)
    expect(looked.text).toContain('Aldegonde Vercruysse')
    expect(looked.text).toContain('value="Vercruyse"')
    const told = await manager.visitor.api('POST', '/people/similar', typed)
    expect(told.items()).toMatchObject([{ name: 'Aldegonde Vercruysse' }])
    const alone = await manager.visitor.api('POST', '/people/similar', { ...typed, last_name: '' })
    expect(alone.items()).toEqual([])
    expect((await manager.visitor.get('/people?q=Vercruyse')).text).not.toContain('Vercruyse A')
  })

  test('invites somebody by mail, once they have a login and an address', async () => {
    const fields = { first_name: 'Fanny', last_name: 'Gillard', login: 'fanny', invite: 'on' }
    const nowhere = await entered(fields)
    expect(nowhere.text).toContain('n’a pas d’adresse de courriel')
    const sent = await entered({ ...fields, email: 'fanny@example.org' })
    // Here no server takes messages: nobody is told that one left.
    expect((await manager.visitor.get(inPlace(sent))).text).toContain('l’invitation de Fanny')
    const mails = await authority.asSystem(() =>
      db().selectFrom('kernel.mail').select('to_address').execute(),
    )
    expect(mails).toEqual([{ to_address: 'fanny@example.org' }])
  })

  test('is told what the list does not know: an order, a condition', async () => {
    const { text } = await manager.visitor.get('/people?sort=colour&shoe=42')
    expect(text).toContain('«\u00A0colour\u00A0»')
    expect(text).toContain('«\u00A0shoe\u00A0»')
    expect((await manager.visitor.get('/people?sort=-login')).text).not.toContain(
      '«\u00A0-login\u00A0»',
    )
    expect((await manager.visitor.get('/people?sort=colour&as=csv')).status).toBe(422)
  })

  test('narrows the list by service, role, state and day, and takes it as a file', async () => {
    const town = await givenAuthority()
    const { visitor } = await town.person({ roles: ['administrator'], lastName: 'Orval' })
    const finance = await town.service('Finances')
    await town.person({ in: finance, as: 'head', lastName: 'Pirotte' })
    await town.asSystem(() =>
      addPerson({ civility: '', firstName: 'Élise', lastName: 'Quenet', roles: [] }),
    )
    const shown = async (query: string) => (await visitor.get(`/people?${query}`)).text
    const of = await shown(`service=${finance}`)
    expect(of).toContain('Pirotte')
    expect(of).not.toContain('Quenet')
    expect(await shown('role=administrator')).not.toContain('Pirotte')
    expect(await shown('state=none')).toContain('Quenet')
    expect(await shown('q=elise')).toContain('Quenet')
    const csv = await visitor.get('/people?as=csv')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.text).toContain('chef – Finances')
  })

  test('a file of no kind is refused by name; of thousands of unknown conditions some are told', async () => {
    const { visitor } = await authority.person({ roles: ['administrator'] })
    const file = await visitor.get('/people?as=pdf')
    expect(file.status).toBe(422)
    expect(file.text).toContain('Choisissez une des réponses proposées')
    const many = Array.from({ length: 2000 }, (_, at) => `x${at}=1`).join('&')
    const { status, text } = await visitor.get(`/people?${many}`)
    expect(status).toBe(200)
    expect(text).toContain('ne connaît pas la condition «\u00A0x0\u00A0»')
    expect(text.match(/ne connaît pas la condition/g)).toHaveLength(10)
  })

  test('ends a role on a day, and is told where nobody would administer', async () => {
    const town = await givenAuthority()
    const only = await town.person({ roles: ['administrator'] })
    const { text } = await only.visitor.get(`/people/${only.id}`)
    const end = /action="(\/people\/[^"]*\/offices\/role\/[^"]*\/end)"/.exec(text)?.[1] ?? ''
    const refused = await only.visitor.post(end, { last_day: '' })
    expect(refused.text).toContain('Plus personne n’administrerait')
    const second = await town.person({ roles: ['administrator'] })
    expect((await only.visitor.post(end, { last_day: today.toString() })).status).toBe(303)
    expect((await second.visitor.get('/people')).status).toBe(200)
  })

  test('is one whom others are not: agents keep nobody', async () => {
    const agent = await authority.person({ roles: ['agent'] })
    expect((await agent.visitor.get('/people')).status).toBe(403)
    expect((await agent.visitor.api('get', '/people')).status).toBe(403)
  })
})

describe('the last administrator', () => {
  const alone = async (count = 1) => {
    const town = await givenAuthority()
    const people = []
    for (let at = 0; at < count; at++) people.push(await town.person({ roles: ['administrator'] }))
    return { town, people }
  }
  const sentence = 'Plus personne n’administrerait'

  test('cannot suspend themselves, nor leave, today or on a day', async () => {
    const { people } = await alone()
    const [one] = people
    if (!one) throw new Error('One was entered')
    for (const [path, fields] of [
      ['suspension', {}],
      ['leave', {}],
      ['leave', { last_day: tomorrow.toString() }],
    ] as const)
      expect((await one.visitor.post(`/people/${one.id}/${path}`, fields)).text).toContain(sentence)
  })

  test('is one of two who suspend each other at once', async () => {
    const { town, people } = await alone(2)
    const [one, other] = people
    if (!one || !other) throw new Error('Two were entered')
    const done = await Promise.allSettled([
      town.as(one, () => suspendPerson(other.id)),
      town.as(other, () => suspendPerson(one.id)),
    ])
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('leaves no gap by dates: who begins later does not stand in for who leaves before', async () => {
    const { town, people } = await alone()
    const [one] = people
    if (!one) throw new Error('One was entered')
    const next = await town.person()
    const give = (first_day: Temporal.PlainDate) =>
      one.visitor.post(`/people/${next.id}/offices`, {
        ...{ kind: 'role', role: 'administrator', first_day: first_day.toString() },
      })
    await give(today.add({ days: 3 }))
    const goes = () =>
      one.visitor.post(`/people/${one.id}/leave`, { last_day: tomorrow.toString() })
    expect((await goes()).text).toContain(sentence)
    await town.asSystem(() =>
      sql`update commons.role_grant set valid_from = ${today.add({ days: 2 })}::date
        where person_id = ${next.id}`.execute(db()),
    )
    expect((await goes()).status).toBe(303)
  })
})

describe('who is suspended', () => {
  test('is out at once, and comes in again once let', async () => {
    const agent = await authority.person({ roles: ['agent'] })
    expect((await agent.visitor.get('/inbox')).status).toBe(200)
    await manager.visitor.post(`/people/${agent.id}/suspension`, {})
    expect((await agent.visitor.get('/inbox')).status).not.toBe(200)
    await manager.visitor.post(`/people/${agent.id}/resumption`, {})
    expect((await (await authority.signIn(agent.id)).visitor.get('/inbox')).status).toBe(200)
  })
})

test('programs do the same', async () => {
  const api = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    manager.visitor.api(method, path, body)
  const made = (
    await api('post', '/people', { first_name: 'Ada', last_name: 'Lejeune', login: 'ada' })
  ).json()
  const id = (made as { id: string }).id
  const office = { kind: 'role', role: 'councillor', last_day: tomorrow.toString() }
  expect((await api('post', `/people/${id}/offices`, office)).items()).toMatchObject([
    { what: 'councillor', last_day: tomorrow.toString() },
  ])
  const on = (await api('get', `/people/offices?on=${tomorrow}`)).items()
  expect(on).toContainEqual(expect.objectContaining({ person_id: id, what: 'councillor' }))
  expect((await api('post', `/people/${id}/leave`, {})).json()).toMatchObject({ state: 'left' })
})

describe('what is given begins on a day', () => {
  test('it is today unless told, said in history, and told to whoever asks who was who before', async () => {
    const { id } = await authority.person({
      ...{ firstName: 'Gédéon', lastName: 'Hublet', roles: ['agent'] },
    })
    await manager.visitor.post(`/people/${id}/offices`, { kind: 'role', role: 'mayor' })
    const offices = (await manager.visitor.api('GET', `/people/${id}/offices`)).items<{
      what: string
      first_day: string | null
    }>()
    expect(offices.find(({ what }) => what === 'mayor')?.first_day).toBe(today.toString())
    const { text } = await manager.visitor.get(`/people/${id}`)
    expect(text).toMatch(/a donné\u00A0: [^<]*, depuis le/)
    // What was there before nobody asked for days is shown as what it is.
    expect(text).toContain('depuis toujours (date inconnue)')
    const before = await manager.visitor.get(`/people?role=mayor&on=${yesterday.toString()}`)
    expect(before.text).not.toContain('Hublet')
  })

  test('what is over already says since when it was held', async () => {
    const { id } = await authority.person()
    const answer = await manager.visitor.api('POST', `/people/${id}/offices`, {
      ...{ kind: 'role', role: 'mayor', last_day: yesterday.toString() },
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Dites le premier jour')
  })
})
