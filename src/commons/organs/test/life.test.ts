import { beforeAll, expect, test } from 'vitest'
import { administrator } from '#commons/directory'
import { terms } from '#commons/vocabularies'
import { beside, givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { closeOrgan } from '../life.ts'
import { organOn } from '../organ.ts'

let authority: TestAuthority
let admin: TestPerson
let service: string
let category: string

beforeAll(async () => {
  authority = await givenAuthority('cpas')
  service = await authority.service('Secrétariat')
  admin = await authority.person({
    ...{ roles: [administrator.name, 'secretariat', 'agent'], in: service },
    ...{ firstName: 'Odile', lastName: 'Ravel' },
  })
  await authority.person({ firstName: 'Sabine', lastName: 'Aubrive' })
  category = (await authority.asSystem(() => terms('deliberations.category')))[0]?.id ?? ''
})

interface Told {
  id: string
  name: string
  last_day: string | null
}
const api = (method: string, path: string, body?: unknown) => admin.visitor.api(method, path, body)
const organ = async (acronym: string) =>
  (await api('GET', '/organs'))
    .items<Told & { acronym: string }>()
    .find((one) => one.acronym === acronym)
const organId = async (acronym: string) => (await organ(acronym))?.id ?? ''
const today = Temporal.Now.plainDateISO('Europe/Brussels')

const write = (organId: string) =>
  api('POST', '/deliberations/items', {
    ...{ title: 'Aide urgente', organ_id: organId, service_id: service, category_id: category },
    ...{ privacy: 'public', poll_type: 'freehand' },
  })
const plan = (organId: string, day: Temporal.PlainDate) =>
  api('POST', '/deliberations/meetings', {
    ...{ organ_id: organId, starts_at: `${day.toString()}T20:00`, place: 'Siège' },
  })

test('an organ is called otherwise; a name that is taken or seats that are taken are refused beside the field', async () => {
  const id = await organId('CAS')
  await admin.visitor.post(`/organs/${id}/seats`, {
    ...{ person: 'Sabine Aubrive', part: 'president', title: 'Présidente' },
    ...{ group: 'Ensemble', first_day: '2024-12-02', last_day: '' },
  })
  const page = await admin.visitor.get(`/organs/${id}/change`)
  const edition = /name="edition" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  const change = (more: Record<string, string>) =>
    admin.visitor.post(`/organs/${id}/change`, {
      ...{ name: 'Conseil du CPAS', acronym: 'CAS', speaks_as: '', seats: '9', edition },
      ...more,
    })
  const wrong = await change({ name: 'bureau PERMANENT', acronym: 'bp' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('Un organe s’appelle déjà')
  expect(wrong.text).toContain('Un organe a déjà le sigle bp')
  expect((await change({})).status).toBe(303)
  const shown = (await admin.visitor.get(`/organs/${id}`)).text
  expect(shown).toContain('a renommé l’organe\u00A0: Conseil de l’action sociale → Conseil du CPAS')
  expect(shown).toContain('Ensemble')
  // Somebody else, whose form is of before.
  expect((await change({ name: 'Autre' })).text).toContain('Conseil du CPAS')
  expect((await organ('CAS'))?.name).toBe('Conseil du CPAS')
})

test('the profile proposes what is missing, and the law which kinds there are', async () => {
  expect((await api('GET', '/organs/usual')).items()).toEqual([])
  const second = { kind: 'permanent_bureau', name: 'Comité spécial', acronym: 'CSS' }
  expect((await api('POST', '/organs', second)).status).toBe(201)
  expect((await api('POST', '/organs', { ...second, kind: 'council' })).status).toBe(422)
  expect((await admin.visitor.get(`/organs/${await organId('CSS')}`)).text).toContain(
    'a ajouté l’organe',
  )
})

test('an organ does not end while a point or a meeting of it is open, and says so', async () => {
  const id = await organId('CSS')
  await write(id)
  await plan(id, today)
  const refused = await admin.visitor.post(`/organs/${id}/closing`, { last_day: '' })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('1 séance n’est pas clôturée · 1 point n’est pas décidé')
  expect((await admin.visitor.get(`/organs/${id}/closing`)).text).toContain('Pas encore possible')
  expect((await api('GET', `/organs/${id}/closing`)).json()).toMatchObject({
    reasons: expect.objectContaining({ length: 2 }),
  })
})

test('it ends on a day with its seats; nothing new is for it from then on, and the profile proposes it again', async () => {
  const id = await organId('BP')
  await api('POST', `/organs/${id}/seats`, {
    ...{ person: 'Sabine Aubrive', part: 'president', first_day: '2024-12-02' },
  })
  const last = today.add({ days: 2 })
  const ended = await admin.visitor.post(`/organs/${id}/closing`, { last_day: last.toString() })
  expect(ended.status).toBe(303)
  expect((await api('GET', `/organs/${id}/seats`)).items()).toMatchObject([
    { last_day: last.toString() },
  ])
  expect((await plan(id, last)).status).toBe(201)
  const late = await plan(id, last.add({ days: 1 }))
  expect(late.status).toBe(422)
  expect(late.text).toContain('Bureau permanent n’existe que jusqu’au')
  const seat = { person: 'Odile Ravel', first_day: today.toString() }
  expect((await api('POST', `/organs/${id}/seats`, seat)).text).toContain('prend fin le')
  expect((await api('POST', `/organs/${id}/reopening`)).json()).toMatchObject({ last_day: null })
  expect((await api('POST', `/organs/${id}/reopening`)).status).toBe(409)
})

test('two who end it at once: one does; a point that is written meanwhile holds it back', async () => {
  const add = (acronym: string) =>
    api('POST', '/organs', { kind: 'permanent_bureau', name: acronym, acronym })
  const { id } = (await add('Un')).json<Told>()
  const both = await Promise.all([
    api('POST', `/organs/${id}/closing`, {}),
    api('POST', `/organs/${id}/closing`, {}),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const { id: other } = (await add('Deux')).json<Told>()
  const gone = await authority.as(admin, async () => {
    await closeOrgan(other, today)
    // Whoever writes a point for it waits until it has ended, and is refused then.
    return beside(() => write(other))
  })
  expect((await gone.ended).status).toBe(422)
})

test('who may not keep organs sees them, and changes none', async () => {
  const somebody = await authority.person()
  const id = await organId('CAS')
  expect((await somebody.visitor.get(`/organs/${id}`)).text).not.toContain('/closing')
  for (const path of ['', `/${id}/change`, `/${id}/closing`, `/${id}/reopening`])
    expect((await somebody.visitor.post(`/organs${path}`, {})).status).toBe(403)
})

test('what was decided is told by the name that the organ had on its day; a mistake is put right in the past too', async () => {
  const id = await organId('BP')
  const told = (day: Temporal.PlainDate) =>
    authority.asSystem(async () => {
      const { name, speaks_as } = await organOn(id, day)
      return [name, speaks_as]
    })
  const change = (name: string, mistaken = false) =>
    api('PUT', `/organs/${id}`, { name, acronym: 'BP', mistaken })
  expect((await change('Bureau permanant')).status).toBe(200)
  const yesterday = today.subtract({ days: 1 })
  expect(await told(yesterday)).toEqual(['Bureau permanent', 'Le Bureau permanent'])
  expect(await told(today)).toEqual(['Bureau permanant', 'Le Bureau permanant'])
  expect((await change('Bureau', true)).status).toBe(200)
  expect(await told(today)).toEqual(['Bureau', 'Le Bureau'])
  // Of what was put right, only what held is left: the name before the first change.
  expect(await told(yesterday)).toEqual(['Bureau permanent', 'Le Bureau permanent'])
})
