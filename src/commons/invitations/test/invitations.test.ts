import { beforeEach, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'

let authority: TestAuthority
let manager: TestPerson
beforeEach(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'], firstName: 'Odile' })
  await enter('Alix', 'Bastin', { login: 'alix', email: 'alix@example.org' })
  await enter('Basile', 'Collard', { login: 'basile' })
  await enter('Cléo', 'Delvaux', { email: 'cleo@example.org' })
  await enter('Denis', 'Evrard', { login: 'denis', email: 'denis@example.org' })
})

const enter = async (first_name: string, last_name: string, more: Record<string, string>) => {
  const answer = await manager.visitor.api('POST', '/people', {
    ...{ first_name, last_name, other: true },
    ...more,
  })
  return answer.json<{ id: string }>().id
}

interface Answer {
  round: string | null
  invited: { id: string; name: string }[]
  left: { name: string; why: string }[]
}
const invite = async (asked: Record<string, unknown>) =>
  (await manager.visitor.api('POST', '/invitations', asked)).json<Answer>()
const names = (some: readonly { name: string }[]) => some.map(({ name }) => name)

const edition = (text: string) => /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? ''
const letters = () =>
  authority.asSystem(() =>
    db().selectFrom('kernel.mail').select(['to_address', 'body']).orderBy('id').execute(),
  )

test('all who never were invited are shown row by row, each who cannot be with the reason, and invited in one act', async () => {
  const shown = await manager.visitor.get('/invitations/preview?all=1&from=access%3Dnever')
  expect(shown.text).toContain('2 personnes seraient invitées\u00A0; une est laissée de côté.')
  expect(shown.text).toContain('Basile Collard n’a pas d’adresse de courriel.')
  expect(shown.text).not.toContain('Cléo') // No account: nobody who waits for an invitation.
  expect(await letters()).toEqual([])

  const sent = await manager.visitor.post('/invitations', {
    ...{ all: '1', from: 'access=never', edition: edition(shown.text) },
  })
  expect(sent.status).toBe(303)
  expect((await letters()).map((one) => one.to_address)).toEqual([
    'alix@example.org',
    'denis@example.org',
  ])
  const report = await manager.visitor.get(sent.headers.get('location') ?? '')
  expect(report.text).toContain('2 invitations envoyées par Odile')
  expect(report.text).toContain('personne n’est encore venu\u00A0; une laissée de côté.')
  expect((await manager.visitor.get('/people?access=waiting')).text).toContain('Alix')
  expect((await manager.visitor.get('/invitations')).text).toContain('2 invitations')
})

test('who came by their link can come in, and is left out; who waits is written to again where one says so', async () => {
  await invite({})
  const [alix] = await letters()
  const link = /\/sign-in\/link\/\S+/.exec(alix?.body ?? '')?.[0] ?? ''
  const password = 'sept betteraves sous la neige'
  expect(
    (await authority.visitor().post(link, { password, password_again: password })).status,
  ).toBe(303)
  const before = await manager.visitor.get('/people?access=in')
  expect(before.text).toContain('Bastin')

  const all = { asked: { q: '' } }
  // Of a day, too: it is understood once.
  expect(await invite({ asked: { on: '2026-11-30' }, effect_only: true })).toHaveProperty('left')
  const again = await invite({ ...all, effect_only: true })
  expect(names(again.invited)).toEqual([])
  expect(again.left.find(({ name }) => name === 'Denis Evrard')?.why).toContain('vaut encore')
  expect(again.left.find(({ name }) => name === 'Alix Bastin')?.why).toContain('peut déjà entrer')
  expect(names((await invite({ ...all, again: true })).invited)).toEqual(['Denis Evrard'])
  // The link before it is none any more.
  const [, first, second] = await letters()
  const tokenIn = (one: typeof first) => /\/sign-in\/link\/\S+/.exec(one?.body ?? '')?.[0] ?? ''
  expect((await authority.visitor().get(tokenIn(first))).text).not.toContain('name="password"')
  expect((await authority.visitor().get(tokenIn(second))).text).toContain('name="password"')
})

test('an invitation that is over is one to be sent anew, and told apart from none', async () => {
  await invite({})
  await authority.asSystem(() =>
    db()
      .updateTable('kernel.password_link')
      .set({ expires_at: Temporal.Now.instant().subtract({ minutes: 1 }) })
      .execute(),
  )
  expect((await manager.visitor.get('/people?access=never')).text).not.toContain('Evrard')
  expect((await manager.visitor.get('/people?access=lapsed')).text).toContain('Evrard')
  expect(names((await invite({ asked: { access: 'lapsed' } })).invited)).toEqual([
    'Alix Bastin',
    'Denis Evrard',
  ])
})

test('what changed since it was shown is shown again, and nobody is written to', async () => {
  const shown = await manager.visitor.get('/invitations/preview?all=1&from=access%3Dnever')
  await enter('Élise', 'François', { login: 'elise', email: 'elise@example.org' })
  const sent = await manager.visitor.post('/invitations', {
    ...{ all: '1', from: 'access=never', edition: edition(shown.text) },
  })
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('Voici qui serait invité maintenant')
  expect(sent.text).toContain('Élise')
  expect(await letters()).toEqual([])
})

test('a list that was read in leads to inviting those it brought, whoever they are', async () => {
  const csv = 'Nom;Prénom;Courriel;Identifiant\nGillard;Fanny;fanny@example.org;fanny'
  const sent = await manager.visitor.post('/people/import', {
    files: [new File([csv], 'liste.csv')],
  })
  const at = sent.headers.get('location') ?? ''
  await authority.drain()
  const { text } = await manager.visitor.get(at)
  await manager.visitor.post(at, { edition: edition(text) })
  await authority.drain()
  const done = await manager.visitor.get(at)
  const href = /href="(\/invitations\/preview[^"]+)"/.exec(done.text)?.[1] ?? ''
  expect((await manager.visitor.get(href.replaceAll('&amp;', '&'))).text).toContain('Fanny Gillard')
})

test('nobody is invited by two who press at once', async () => {
  const both = await Promise.all([
    manager.visitor.api('POST', '/invitations', {}),
    manager.visitor.api('POST', '/invitations', {}),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422])
  expect(await letters()).toHaveLength(2)
})
