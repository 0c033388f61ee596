import { expect, test } from 'vitest'
import { itemFields } from '../item.ts'
import { asTyped, givenMeeting, givenTown } from './council.ts'

test('a point names persons and organisations: known ones, and one that its form enters', async () => {
  const town = await givenTown()
  const { agent, authority } = town
  const known = await agent.visitor.post('/parties/contacts', {
    ...{ nature: 'organisation', title: 'Pavages', postal_code: '5000', municipality: 'Namur' },
  })
  const firm = known.headers.get('location') ?? ''
  const asked = asTyped(town, {
    ...{
      concerned: '',
      'concerned.said': 'Pavages · 5000 Namur',
      'concerned.new.nature': 'person',
    },
  })
  const wrong = await agent.visitor.post('/deliberations/items', {
    ...{ ...asked, 'concerned.new.title': 'Lenoir', 'concerned.new.postal_code': '59' },
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('value="Lenoir"')
  const written = await agent.visitor.post('/deliberations/items', {
    ...{ ...asked, 'concerned.new.title': 'Lenoir', 'concerned.new.postal_code': '5000' },
  })
  const point = written.headers.get('location') ?? ''
  const page = (await agent.visitor.get(point)).text
  expect(page).toContain(`href="${firm}"`)
  expect(page).toContain('Lenoir · 5000')
  expect((await agent.visitor.get(firm)).text).toContain(`href="${point}"`)
  // Two that are one: the point names the one that stays.
  const twin = await agent.visitor.post('/parties/contacts', {
    ...{ nature: 'organisation', title: 'Pavages SA', postal_code: '1000' },
  })
  await agent.visitor.post(`${firm}/merge`, { into: 'Pavages SA · 1000' })
  const { concerned } = (await agent.visitor.api('GET', point)).json<{ concerned: string[] }>()
  expect(concerned).toHaveLength(2)
  // In a list, a file and on paper they are told by their names.
  const onPaper = await authority.asSystem(async () =>
    (await itemFields.concerned.plain?.([concerned]))?.(concerned),
  )
  expect(onPaper).toMatch(/Pavages SA/)
  expect(onPaper).toMatch(/Lenoir/)
  expect(concerned).toContain(twin.headers.get('location')?.split('/').at(-1))
  const stranger = await authority.visitor().get(point)
  expect(stranger.text).not.toContain('Lenoir')
})

test('a form that was open while two were merged, and a program, name the one that stays', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  const enter = async (title: string) => {
    const sent = { nature: 'organisation', title, postal_code: '5000' }
    const at = (await visitor.post('/parties/contacts', sent)).headers.get('location') ?? ''
    return { at, id: at.split('/').at(-1) ?? '' }
  }
  const [from, into] = [await enter('Menuiserie Colle'), await enter('Colle et fils')]
  const asked = asTyped(town, { 'concerned.said': 'Menuiserie Colle · 5000' })
  const written = await visitor.post('/deliberations/items', { ...asked, concerned: '' })
  const point = written.headers.get('location') ?? ''
  const read = async () =>
    (await visitor.api('GET', point)).json<{ version: number; concerned: string[] }>()
  const { version } = await read()
  expect((await visitor.get(`${point}/edit`)).text).toContain(from.id)
  await visitor.post(`${from.at}/merge`, { into: 'Colle et fils · 5000' })
  const sent = { ...asTyped(town), version: String(version), concerned: from.id }
  const refused = await visitor.post(point, { ...sent, 'concerned.said': 'Personne' })
  expect(refused.status).toBe(422)
  expect(refused.text).toMatch(new RegExp(`value="${from.id}"[^>]*checked`))
  expect((await visitor.post(point, { ...sent, 'concerned.said': '' })).status).toBe(303)
  const kept = await read()
  expect(kept.concerned).toEqual([into.id])
  await visitor.api('PUT', point, { version: kept.version, concerned: [from.id, into.id] })
  expect((await read()).concerned).toEqual([into.id])
  expect((await visitor.get('/parties/contacts')).text).not.toContain('Menuiserie Colle')
  expect((await visitor.get('/parties/contacts?state=merged')).text).toContain('Menuiserie Colle')
})

test('a councillor who reads a point reads whom it concerns, without address or way to their page', async () => {
  const town = await givenTown()
  const { visitor } = town.agent
  const sent = { nature: 'person', title: 'Vasseur', first_name: 'Ida', postal_code: '5998' }
  const who = (await visitor.post('/parties/contacts', sent)).headers.get('location') ?? ''
  const { points } = await givenMeeting(town, {
    items: [{ concerned: { ids: [who.split('/').at(-1) ?? ''], said: '', fresh: null } }],
    until: 'frozen',
  })
  const at = `/deliberations/items/${points[0]?.id}`
  expect((await town.agent.visitor.get(at)).text).toContain('Vasseur Ida · 5998')
  const { text } = await town.councillor.visitor.get(at)
  expect(text).toContain('Vasseur Ida')
  expect(text).not.toContain('Vasseur Ida · 5998')
  expect(text).not.toContain(who)
})

test('whom a point names is nothing that a public copy may hold', () => {
  expect(itemFields.concerned.leaves).toBeNull()
  expect(itemFields.concerned.personal).toBe(true)
})
