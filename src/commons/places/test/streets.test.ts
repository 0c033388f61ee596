import { beforeAll, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

const list = '/places/streets'
let authority: TestAuthority
let agent: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  agent = await authority.person({ roles: ['agent'] })
})

const write = async (given: object, who = agent) => {
  const answer = await who.visitor.post(list, { postal_code: '5000', locality: 'Namur', ...given })
  return answer.headers.get('location') ?? answer.text
}

test('an agent keeps the register of streets; whoever is no agent reads none of it', async () => {
  const page = await write({ title: 'Rue de Fer', other_name: 'IJzerstraat' })
  expect((await agent.visitor.get(list)).text).toContain('Rue de Fer')
  expect((await agent.visitor.get('/search?q=ijzerstraat')).text).toContain(page)
  const councillor = await authority.person({ roles: ['councillor'] })
  expect((await councillor.visitor.get(page)).status).toBe(404)
  expect((await councillor.visitor.post(list, { title: 'Rue X' })).status).toBe(403)
})

test('the same street twice at one postal code is refused, however it is written; also to two who write it at once', async () => {
  await write({ title: 'Avenue Reine Astrid' })
  expect(await write({ title: 'av. reine ASTRID' })).toContain('est déjà dans le registre')
  expect(await write({ title: 'Avenue Reine Astrid', postal_code: '5100' })).toMatch(/^\/places/)
  const both = await Promise.all([write({ title: 'Rue du Pont' }), write({ title: 'R. du Pont' })])
  expect(both.filter((one) => one.startsWith('/places'))).toHaveLength(1)
})

test('a street is ended, and put back in use; it is no longer proposed meanwhile', async () => {
  const page = await write({ title: 'Ruelle du Four' })
  const proposed = async () => (await agent.visitor.get('/styleguide')).text
  expect(await proposed()).toContain('<option>Ruelle du Four · 5000 Namur</option>')
  expect((await agent.visitor.post(`${page}/steps`, { verb: 'end' })).status).toBe(303)
  expect((await agent.visitor.get(page)).text).toContain('Supprimée')
  expect(await proposed()).not.toContain('Ruelle du Four')
  expect((await agent.visitor.post(`${page}/steps`, { verb: 'restore' })).status).toBe(303)
})

test('a list of streets is read in: those that are there already, and twice in it, are told by row', async () => {
  await write({ title: 'Rue Basse' })
  const content = [
    'Nom;Code postal;Localité;Nom dans une autre langue',
    'rue basse;5000;Namur;',
    'Rue Longue;5000;Namur;Langestraat',
    'r. longue;5000;Namur;',
    'Rue Courte;59;Namur;',
  ].join('\n')
  const sent = await agent.visitor.post(`${list}/import`, {
    files: [new File([content], 'rues.csv')],
  })
  const at = sent.headers.get('location') ?? ''
  await authority.drain()
  const { text } = await agent.visitor.get(at)
  expect(text).toContain('3 sont à corriger')
  await agent.visitor.post(at, { leave_out: 'on' })
  await authority.drain()
  const listed = (await agent.visitor.get(list)).text
  expect(listed).toContain('Langestraat')
  expect(listed).not.toContain('Rue Courte')
})

test('another authority has none of it', async () => {
  const page = await write({ title: 'Rue Cachée' })
  const neighbour = await (await givenAuthority()).person({ roles: ['agent'] })
  expect((await neighbour.visitor.get(page)).status).toBe(404)
  expect((await neighbour.visitor.get(list)).text).not.toContain('Rue Cachée')
})
