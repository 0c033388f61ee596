import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'

let authority: TestAuthority
let administrator: TestPerson
/** Somebody with an account, whom a stranger at a browser left open would like to be. */
let somebody: TestPerson
/** Somebody who only stands in the directory, at the address of that stranger. */
let bearer: string

beforeAll(async () => {
  authority = await givenAuthority()
})

beforeEach(async () => {
  administrator = await authority.person({ roles: ['agent', 'administrator'] })
  somebody = await authority.person({ firstName: 'Basile', lastName: 'Ancion' })
  const { visitor } = administrator
  const entered = await visitor.api('POST', '/people', {
    ...{ first_name: 'Claire', last_name: `Nuit ${somebody.id}`, email: 'claire@evil.example.org' },
    other: true,
  })
  bearer = entered.json<{ id: string }>().id
  await authority.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: Temporal.Now.instant().subtract({ minutes: 11 }) })
      .where('account_id', '=', administrator.id)
      .execute(),
  )
})

/** All by which somebody comes in or has rights: who writes one of these rows without proof takes the house over. */
const keys = () =>
  authority.asSystem(async () => ({
    roles: await db()
      .selectFrom('commons.role_grant')
      .select(['person_id', 'role'])
      .orderBy('id')
      .execute(),
    addresses: await db()
      .selectFrom('commons.person as p')
      .innerJoin('kernel.account as a', 'a.id', 'p.id')
      .select(['p.id', 'p.email', 'a.disabled_at'])
      .orderBy('p.id')
      .execute(),
    links: await db().selectFrom('kernel.password_link').select('account_id').execute(),
  }))

const newcomer = () => {
  const login = `new-${somebody.id}`
  return { first_name: 'Luc', last_name: login, email: `${login}@example.org`, login }
}
const list = async (row: string) => {
  const head = 'Nom;Prénom;Courriel;Identifiant;Rôle'
  const sent = await administrator.visitor.post('/people/import', {
    files: [new File([`${head}\n${row}`], 'liste.csv')],
  })
  await authority.drain()
  return sent.headers.get('location') ?? ''
}
const loginOf = async (id: string) => {
  const { login } = (await administrator.visitor.api('GET', `/people/${id}`)).json<{
    login: string
  }>()
  return login
}

/** What opens a way in or gives rights, by each of its doors. */
const doors: Record<string, () => Promise<{ status: number; text: string }>> = {
  'a role, to somebody who is there': () =>
    administrator.visitor.post(`/people/${somebody.id}/offices`, {
      ...{ kind: 'role', role: 'administrator' },
    }),
  'a role, by the API': () =>
    administrator.visitor.api('POST', `/people/${somebody.id}/offices`, {
      ...{ kind: 'role', role: 'administrator' },
    }),
  'somebody new with a role': () =>
    administrator.visitor.post('/people', { ...newcomer(), role: 'administrator', other: 'on' }),
  'somebody new with a role, by the API': () =>
    administrator.visitor.api('POST', '/people', {
      ...{ ...newcomer(), role: 'administrator', other: true },
    }),
  'somebody new who is invited': () =>
    administrator.visitor.post('/people', { ...newcomer(), invite: 'on', other: 'on' }),
  'somebody new who is invited, by the API': () =>
    administrator.visitor.api('POST', '/people', { ...newcomer(), invite: true, other: true }),
  'an invitation': () => administrator.visitor.post(`/people/${somebody.id}/invitation`),
  'an invitation, by the API': () =>
    administrator.visitor.api('POST', `/people/${somebody.id}/invitation`),
  'many invitations': () =>
    administrator.visitor.post('/invitations', { ids: somebody.id, from: '' }),
  'many invitations, by the API': () =>
    administrator.visitor.api('POST', '/invitations', { asked: { q: '' }, again: true }),
  'a link for a password, by the API': () =>
    administrator.visitor.api('POST', `/people/${somebody.id}/password-link`),
  'an address, by the API': async () =>
    administrator.visitor.api('PUT', `/people/${somebody.id}`, {
      ...{ first_name: 'Basile', last_name: 'Ancion', email: 'claire@evil.example.org' },
      login: await loginOf(somebody.id),
    }),
  'two who would be one': () =>
    administrator.visitor.get(`/people/${bearer}/merging/${somebody.id}`).then(({ text }) =>
      administrator.visitor.post(`/people/${bearer}/merging/${somebody.id}`, {
        into: somebody.id,
        edition: /name="edition" value="([^"]+)"/.exec(text)?.[1] ?? '',
      }),
    ),
  'two who would be one, by the API': () =>
    administrator.visitor.api('POST', `/people/${bearer}/merging`, { into: somebody.id }),
  'who was suspended': async () => {
    await administrator.visitor.api('POST', `/people/${somebody.id}/suspension`)
    return administrator.visitor.api('POST', `/people/${somebody.id}/resumption`)
  },
  'a list with a role': async () =>
    administrator.visitor.post(await list(`Neuf;Luc;;luc-${somebody.id};administrator`), {}),
  'a list with an address': async () =>
    administrator.visitor.post(
      await list(`Ancion;Basile;basile@evil.example.org;${await loginOf(somebody.id)};`),
      { same: 'on' },
    ),
}

describe('a browser that was left open gives nobody rights nor a way in without a proof (H7)', () => {
  test.each(Object.keys(doors))('%s', async (door) => {
    const before = await keys()
    const answer = await doors[door]?.()
    await authority.drain()
    if (answer?.status === 403) expect(answer.text).toContain('auth.proof.wanted')
    else expect(answer?.text).toContain('Confirmez que c’est vous')
    const after = await keys()
    expect(after.roles).toEqual(before.roles)
    expect(after.links).toEqual(before.links)
    const of = ({ addresses }: typeof before) => addresses.map(({ id, email }) => [id, email])
    expect(of(after)).toEqual(of(before))
  })
})

test('what is confirmed by a proof is written by it, however long the list waited for its turn', async () => {
  const at = await list(`Neuf;Ève;eve@example.org;eve-${somebody.id};agent`)
  const { login } = { login: await loginOf(administrator.id) }
  expect(login).not.toBe('')
  const answer = await administrator.visitor.post(at, { form_proof_password: 'test password' })
  expect(answer.status).toBe(303)
  await authority.asSystem(() =>
    db()
      .updateTable('kernel.session')
      .set({ proven_at: Temporal.Now.instant().subtract({ hours: 2 }) })
      .where('account_id', '=', administrator.id)
      .execute(),
  )
  await authority.drain()
  const people = (await administrator.visitor.api('GET', '/people')).items<{ login: string }>()
  expect(people.map((one) => one.login)).toContain(`eve-${somebody.id}`)
})

describe('who is gone', () => {
  const day = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString()
  const gives = (more: Record<string, string>) =>
    manager.visitor.api('POST', `/people/${somebody.id}/offices`, {
      ...{ kind: 'role', role: 'agent', ...more },
    })
  let manager: TestPerson
  beforeEach(async () => {
    manager = await authority.person({ roles: ['agent', 'administrator'] })
  })

  test('is given nothing for days after their last one, and what was theirs before may be told (L5)', async () => {
    await manager.visitor.api('POST', `/people/${somebody.id}/leave`, { last_day: day(30) })
    expect((await gives({ first_day: day(60) })).text).toContain('n’est plus là')
    expect((await gives({ last_day: day(60) })).status).toBe(422)
    expect((await gives({ last_day: day(10) })).status).toBe(201)
    await manager.visitor.api('POST', `/people/${bearer}/leave`, {})
    const late = await manager.visitor.api('POST', `/people/${bearer}/offices`, {
      ...{ kind: 'role', role: 'agent' },
    })
    expect(late.status).toBe(422)
  })

  test('leaves somebody who can come in: a name without password, key or address administers nothing (M8)', async () => {
    const town = await givenAuthority()
    const only = await town.person({ roles: ['agent', 'administrator'] })
    await only.visitor.api('POST', '/people', {
      ...{ first_name: 'Sans', last_name: 'Entrée', login: 'ghost', role: 'administrator' },
    })
    const left = await only.visitor.api('POST', `/people/${only.id}/leave`, {})
    expect(left.status).toBe(409)
    expect(left.text).toContain('Plus personne n’administrerait')
  })
})
