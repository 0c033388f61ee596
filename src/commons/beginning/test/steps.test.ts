import { beforeAll, expect, test } from 'vitest'
import { administrator } from '#commons/directory'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let admin: TestPerson

beforeAll(async () => {
  authority = await givenAuthority('cpas', { trades: ['minutes'] })
  admin = await authority.person({ roles: [administrator.name, 'agent'], lastName: 'Ravel' })
})

const lacks = async () =>
  (await admin.visitor.api('GET', '/first-steps'))
    .items<{ name: string; done: boolean }>()
    .filter(({ done }) => !done)
    .map(({ name }) => name)
const home = async (who = admin) => (await who.visitor.get('/inbox')).text

test('the home of an administrator says what lacks, by what is there, and where it is done', async () => {
  expect((await lacks()).toSorted()).toEqual(
    [
      ...['people.people', 'people.services', 'organs.seats'],
      ...['deliberations.roles', 'deliberations.place', 'deliberations.meeting'],
      'statements.published',
    ].toSorted(),
  )
  const text = await home()
  expect(text).toContain('Premiers pas')
  expect(text).toContain(
    'Bureau permanent\u00A0: personne ne préside, aucun membre ne siège, personne ne tient le procès-verbal',
  )
  expect(text).toContain('Personne n’a le rôle «\u00A0direction générale\u00A0»')
  const colleague = await authority.person({ roles: ['agent', 'director_general'] })
  expect(await home(colleague)).not.toContain('Premiers pas')
  expect((await colleague.visitor.api('GET', '/first-steps')).status).toBe(403)
})

test('what is done is no longer said; nobody ticks anything', async () => {
  await authority.service('Secrétariat')
  const [council] = (await admin.visitor.api('GET', '/organs')).items<{ id: string }>()
  const seat = { person: 'Alix Ravel', part: 'president', first_day: '2024-12-02' }
  await admin.visitor.api('POST', `/organs/${council?.id}/seats`, seat)
  expect(await lacks()).not.toContain('people.people')
  expect(await lacks()).not.toContain('people.services')
  const text = await home()
  expect(text).toContain(
    'Conseil de l’action sociale\u00A0: aucun membre ne siège, personne ne tient le procès-verbal',
  )
  await admin.visitor.api('POST', `/organs/${council?.id}/closing`, {})
  expect(text).not.toContain('Personne n’a le rôle «\u00A0direction générale\u00A0»')
})

test('put away, the card is gone for all administrators, and the settings bring it back', async () => {
  expect((await admin.visitor.post('/first-steps/putting-away')).status).toBe(303)
  const other = await authority.person({ roles: [administrator.name] })
  expect(await home(other)).not.toContain('first-steps')
  expect((await admin.visitor.get('/settings')).text).toContain('Montrer les premiers pas')
  expect(await lacks()).toContain('organs.seats')
})
