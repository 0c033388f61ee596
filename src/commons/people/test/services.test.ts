import { beforeAll, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { allServices, todayHere } from '#commons/directory'
import { organs } from '#commons/organs'
import { db } from '#kernel/db'

const today = todayHere()

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'] })
})

const post = (path: string, fields: Record<string, string>) => manager.visitor.post(path, fields)
const named = async (name: string) =>
  (await authority.asSystem(() => allServices())).find((one) => one.name === name)

describe('a service', () => {
  test('is added below another, renamed with its old name kept, and moved (D16)', async () => {
    await post('/services', { name: 'Direction technique' })
    const above = await named('Direction technique')
    await post('/services', { name: 'Espaces verts', parent_id: above?.id ?? '' })
    const green = await named('Espaces verts')
    expect(green?.label).toBe('Direction technique - Espaces verts')
    await post(`/services/${green?.id}`, { name: 'Nature en ville', parent_id: '' })
    expect(await named('Nature en ville')).toMatchObject({ label: 'Nature en ville' })
    const path = `/services/${green?.id}`
    const { text } = await manager.visitor.get(path)
    expect(text).toContain('Espaces verts')
    const edition = /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''
    const sent = { parent_id: '', edition }
    expect((await post(path, { ...sent, name: 'Nature' })).status).toBe(303)
    // Who had the page open before does not call it otherwise unseen.
    expect((await post(path, { ...sent, name: 'Parcs' })).status).toBe(422)
    expect(await named('Nature')).toBeDefined()
  })

  test('that has not begun takes another name, and bore the first on no day', async () => {
    const begins = today.add({ days: 30 }).toString()
    const made = await manager.visitor.api('POST', '/services', { name: 'Vélo', first_day: begins })
    const { id } = made.json<{ id: string }>()
    const change = { name: 'Mobilité douce', parent_id: null }
    const renamed = await manager.visitor.api('PUT', `/services/${id}`, change)
    expect([renamed.status, renamed.text]).toEqual([200, expect.anything()])
    const past = await authority.asSystem(() =>
      db()
        .selectFrom('commons.service_past_name')
        .select('id')
        .where('service_id', '=', id)
        .execute(),
    )
    expect(past).toEqual([])
  })

  test('is not part of what is part of it, and bears a name of its own', async () => {
    const above = await authority.service('Cadre de vie')
    await post('/services', { name: 'Propreté', parent_id: above })
    const below = await named('Propreté')
    const round = await post(`/services/${above}`, {
      name: 'Cadre de vie',
      parent_id: below?.id ?? '',
    })
    expect(round.status).toBe(422)
    expect((await post(`/services/${above}`, { name: 'proprete' })).status).toBe(422)
  })

  test('that still has people is closed with a successor only, and they go on there', async () => {
    const [ends, goesOn] = [await authority.service('Tourisme'), await authority.service('Culture')]
    const person = await authority.person({ in: ends, as: 'head' })
    const refused = await post(`/services/${ends}/closing`, {})
    expect(refused.text).toContain('choisissez le service qui lui succède')
    await post(`/services/${ends}/closing`, { successor_id: goesOn })
    const { actor } = await authority.signIn(person.id)
    expect(actor.principals).toEqual(
      [`user:${person.id}`, `service:${goesOn}`, `service:${goesOn}:head`].toSorted(),
    )
    expect((await named('Tourisme'))?.closed_on).toEqual(today)
  })

  test('that still has open dossiers hands them over to its successor', async () => {
    const [ends, goesOn] = [await authority.service('Sports'), await authority.service('Jeunesse')]
    const editor = await authority.person({ roles: ['agent'], in: ends })
    const [organ] = await authority.asSystem(() => organs())
    const written = await editor.visitor.post('/deliberations/items', {
      ...{ title: 'Une salle', service_id: ends, organ_id: organ?.id ?? '' },
    })
    expect(written.status).toBe(303)
    await authority.asSystem(() =>
      db().deleteFrom('commons.membership').where('service_id', '=', ends).execute(),
    )
    const { text } = await manager.visitor.get(`/services/${ends}/closing`)
    expect(text).toContain('Dossiers ouverts')
    const refused = await post(`/services/${ends}/closing`, {})
    expect(refused.text).toContain('Un dossier est encore ouvert')
    await post(`/services/${ends}/closing`, { successor_id: goesOn })
    await authority.drain()
    const there = await authority.asSystem(() =>
      db().selectFrom('commons.dossier').select('title').where('service_id', '=', goesOn).execute(),
    )
    expect(there).toEqual([{ title: 'Une salle' }])
  })

  test('that holds others is not closed without saying so', async () => {
    const above = await authority.service('Logement')
    await post('/services', { name: 'Rénovation', parent_id: above })
    const refused = await post(`/services/${above}/closing`, {})
    expect(refused.text).toContain('en contient d’autres qui continuent')
    expect(refused.text).toContain('Rénovation')
  })
})
