import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { verifyAudit } from '#kernel/audit-chain'
import { send, useOpenLetterbox } from '#kernel/mail'
import { checkViews } from '#commons/views'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { givenCitizen, lettersTo } from '../../citizens/test/given-citizen.ts'

// A list whose views any query fits.
checkViews('test.erased', () => () => {})
let authority: TestAuthority
let officer: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  officer = await authority.person({ roles: ['agent', 'data_protection_officer'] })
})

/** Somebody of the address book, and a request of theirs. */
async function asked(nature: string): Promise<{ party: string; path: string }> {
  const agent = await authority.person({ roles: ['agent'] })
  const party = (
    await agent.visitor.api('post', '/parties/contacts', {
      ...{ nature: 'person', title: `Lambinet ${nature}`, first_name: 'Yvon', is_another: true },
    })
  ).json<{ id: string }>()
  const { id } = (
    await officer.visitor.api('post', '/privacy/requests', {
      ...{ title: 'Lambinet Yvon', nature, received_on: '2031-03-01', due_on: null },
      ...{ person_id: null, party_ids: [party.id], identity: 'vu au guichet', answer: '' },
    })
  ).json<{ id: string }>()
  return { party: party.id, path: `/privacy/requests/${id}` }
}

test('erasure that is asked for is decided, keeps what another right needs, and goes by the certificate of all others (art. 17)', async () => {
  const { party, path } = await asked('erasure')
  const manager = await authority.person({ roles: ['agent', 'administrator'] })
  interface Looked {
    edition: string
    rows: { id: string; kept: string | null }[]
  }
  const looks = async () => (await officer.visitor.api('get', `${path}/erasure`)).json<Looked>()
  const decides = ({ edition }: Looked) =>
    officer.visitor.api('post', `${path}/erasure`, { edition })
  const agent = await authority.person({ roles: ['agent'] })
  expect((await agent.visitor.get(`${path}/erasure`)).status).toBe(403)

  // Another request of theirs is open: who is to be told what is held is not erased before.
  const { id: other } = (
    await officer.visitor.api('post', '/privacy/requests', {
      ...{ title: 'Accès', nature: 'access', received_on: '2031-03-01', due_on: null },
      ...{ person_id: null, party_ids: [party], identity: '', answer: '' },
    })
  ).json<{ id: string }>()
  const before = await looks()
  expect(before.rows).toEqual([
    expect.objectContaining({
      ...{ id: party, kind: 'parties.party' },
      kept: expect.stringContaining('y renvoie'),
    }),
  ])
  expect((await decides(before)).status).toBe(409)
  const access = `/privacy/requests/${other}`
  expect((await officer.visitor.post(`${access}/restriction`, {})).status).toBe(303)
  expect((await looks()).rows[0]?.kept).toContain('limité par la demande')
  await officer.visitor.post(`${access}/lifting`, { because: 'Informé le 4 mars' })
  expect((await officer.visitor.post(`${access}/steps`, { verb: 'answer' })).status).toBe(303)

  const free = await looks()
  expect(free.rows[0]?.kept).toBeNull()
  expect((await decides(before)).status).toBe(409) // Not what was looked at.
  expect((await decides(free)).json()).toEqual({ proposed: 1 })
  interface Due {
    edition: string
    rows: { id: string; asked: string | null; kept: string | null }[]
  }
  const due = (await manager.visitor.api('get', '/retention/due/parties.party')).json<Due>()
  expect(due.rows).toEqual([
    expect.objectContaining({ id: party, kept: null, asked: expect.stringMatching(/^RGPD/) }),
  ])
  const done = await manager.visitor.api('post', '/retention/due/parties.party', {
    edition: due.edition,
  })
  expect(done.json<{ destroyed: object[] }>().destroyed).toEqual([
    expect.objectContaining({ id: party, asked: due.rows[0]?.asked }),
  ])
  expect((await agent.visitor.get(`/parties/contacts/${party}`)).status).toBe(404)
  expect((await officer.visitor.get(path)).status).toBe(200)
  expect((await officer.visitor.get(access)).status).toBe(200)
  const rest = (await officer.visitor.api('get', path)).json<{ party_ids: string[] }>()
  expect(rest.party_ids).toEqual([])
})

/** A request of somebody of the directory, by their id. */
async function requestOf(personId: string, nature = 'erasure'): Promise<string> {
  const { id } = (
    await officer.visitor.api('post', '/privacy/requests', {
      ...{ title: 'Bodart', nature, received_on: '2031-03-01', due_on: null },
      ...{ person_id: personId, party_ids: [], identity: 'vue au guichet', answer: '' },
    })
  ).json<{ id: string }>()
  return `/privacy/requests/${id}`
}

interface Row {
  id: string
  kind: string
  goes: string
  kept: string | null
}
const wouldGo = async (path: string) =>
  (await officer.visitor.api('get', `${path}/erasure`)).json<{ edition: string; rows: Row[] }>()

/** Decided by one, confirmed by another. */
async function erases(
  path: string,
  kind: string,
): Promise<{ destroyed: { id: string; with?: string }[] }> {
  const { edition } = await wouldGo(path)
  expect((await officer.visitor.api('post', `${path}/erasure`, { edition })).status).toBe(200)
  const manager = await authority.person({ roles: ['administrator'] })
  const at = `/retention/due/${kind}`
  expect((await manager.visitor.get(at)).text).toContain('à la demande de la personne')
  const due = (await manager.visitor.api('get', at)).json<{ edition: string }>()
  const done = await manager.visitor.api('post', at, { edition: due.edition })
  expect(done.status, done.text).toBe(201)
  expect(done.json<{ reference: string }>().reference).toMatch(/^ELIM/)
  expect((await manager.visitor.get('/retention/due')).text).toContain('ELIM')
  return done.json()
}

/** What the tables say of somebody. */
const heldOf = (id: string) =>
  authority.asSystem(async () => ({
    account: await db().selectFrom('kernel.account').select('id').where('id', '=', id).execute(),
    person: await db().selectFrom('commons.person').select('email').where('id', '=', id).execute(),
    space: await db().selectFrom('commons.citizen').select('id').where('id', '=', id).execute(),
  }))

test('somebody of the directory who left is erased: their access and address go, their name stays in acts alone (art. 17 § 3)', async () => {
  const manager = await authority.person({ roles: ['administrator'] })
  const quiet = await authority.person({ firstName: 'Ursule', lastName: 'Bodart' })
  const busy = await authority.person({ roles: ['agent'], email: 'r.bodart@example.org' })
  const written = await busy.visitor.api('post', '/parties/contacts', {
    ...{ nature: 'person', title: 'Écrit par Bodart', first_name: 'Yvon', is_another: true },
  })
  expect(written.status).toBe(201)
  const [whole, partly] = [await requestOf(quiet.id), await requestOf(busy.id)]
  expect((await wouldGo(whole)).rows).toEqual([
    expect.objectContaining({ kind: 'people.person', kept: expect.stringContaining('encore') }),
  ])
  for (const { id } of [quiet, busy]) {
    const gone = await manager.visitor.api('POST', `/people/${id}/leave`, {})
    expect(gone.json()).toMatchObject({ state: 'left' })
  }

  // Who asked what is held is told it before it is gone.
  const access = await requestOf(quiet.id, 'access')
  expect((await wouldGo(whole)).rows[0]?.kept).toContain('une autre demande')
  await officer.visitor.post(`${access}/steps`, { verb: 'answer' })

  expect((await wouldGo(whole)).rows[0]).toMatchObject({ kept: null })
  expect((await wouldGo(whole)).rows[0]?.goes).toContain('entièrement')
  expect((await officer.visitor.get(`${whole}/erasure`)).text).toContain('Ursule Bodart')
  await erases(whole, 'people.person')
  expect(await heldOf(quiet.id)).toEqual({ account: [], person: [], space: [] })
  expect((await officer.visitor.get(whole)).status).toBe(200)

  expect((await wouldGo(partly)).rows[0]?.goes).toContain('le nom reste dans les actes')
  await erases(partly, 'people.person')
  expect(await heldOf(busy.id)).toEqual({ account: [], person: [{ email: '' }], space: [] })
  expect((await wouldGo(partly)).rows[0]?.kept).toContain('que le nom')
  expect((await manager.visitor.get(`/people/${busy.id}`)).status).toBe(200)
})

test('who asks it from their space is erased with it, and told at their address', async () => {
  useOpenLetterbox([authority.tenant.slug])
  const zoe = await givenCitizen(authority)
  const asked = await zoe.visitor.post('/privacy/mine', { nature: 'erasure', wish: 'Tout' })
  expect(asked.status).toBe(303)
  const [{ id } = { id: '' }] = (await zoe.visitor.api('GET', '/privacy/mine')).items<{
    id: string
  }>()
  const path = `/privacy/requests/${id}`
  expect((await officer.visitor.get(path)).text).toContain('Effacer ce qui peut l’être')
  expect((await wouldGo(path)).rows).toEqual([
    expect.objectContaining({ kind: 'citizens.space', kept: null, id: zoe.id }),
  ])
  await erases(path, 'citizens.space')
  expect(await heldOf(zoe.id)).toEqual({ account: [], person: [], space: [] })
  expect((await zoe.visitor.get('/me')).status).not.toBe(200)
  const letters = await lettersTo(authority, zoe.email)
  expect(letters.at(-1)?.subject).toContain('Votre espace est effacé')
  expect((await officer.visitor.post(`${path}/steps`, { verb: 'answer' })).status).toBe(303)
  useOpenLetterbox([])
})

test('who still acts for a company keeps their space until that mandate ends', async () => {
  useOpenLetterbox([authority.tenant.slug])
  const zoe = await givenCitizen(authority)
  const mandate = await zoe.visitor.post('/representatives/mine', {
    ...{ company: 'Toitures Marlier', number: '0207.374.617' },
    proofs: [new File(['%PDF-1.4 proof'], 'procuration.pdf', { type: 'application/pdf' })],
  })
  expect(mandate.status, mandate.text).toBe(303)
  await zoe.visitor.post('/privacy/mine', { nature: 'erasure', wish: '' })
  const [{ id } = { id: '' }] = (await zoe.visitor.api('GET', '/privacy/mine')).items<{
    id: string
  }>()
  expect((await wouldGo(`/privacy/requests/${id}`)).rows[0]?.kept).toContain('mandat')
  useOpenLetterbox([])
})

test('a request that is refused erases nothing, and a request for something else neither', async () => {
  const { path } = await asked('erasure')
  const manager = await authority.person({ roles: ['agent', 'administrator'] })
  const { edition } = (await officer.visitor.api('get', `${path}/erasure`)).json<{
    edition: string
  }>()
  expect((await officer.visitor.api('post', `${path}/erasure`, { edition })).status).toBe(200)
  await officer.visitor.post(`${path}/steps`, { verb: 'refuse', comment: 'Un procès est en cours' })
  const due = await manager.visitor.api('get', '/retention/due/parties.party')
  expect(due.json<{ rows: object[] }>().rows).toEqual([])
  const { path: another } = await asked('access')
  expect((await officer.visitor.get(`${another}/erasure`)).status).toBe(409)
})

test('with somebody go their letters, their name in the security log and their views; the certificate counts them, and the chain stands', async () => {
  useOpenLetterbox([authority.tenant.slug])
  const manager = await authority.person({ roles: ['administrator'] })
  const zoe = await givenCitizen(authority)
  await authority.drain()
  await zoe.visitor.post('/privacy/mine', { nature: 'erasure', wish: '' })
  const [{ id } = { id: '' }] = (await zoe.visitor.api('GET', '/privacy/mine')).items<{
    id: string
  }>()
  const [row] = (await wouldGo(`/privacy/requests/${id}`)).rows
  expect(row?.goes).toMatch(/avec\s: .*\d+ lignes? du journal de sécurité.*, \d+ lettres? /)
  // Only tried: what was looked at is as it was.
  expect((await lettersTo(authority, zoe.email)).length).toBeGreaterThan(0)
  const { destroyed } = await erases(`/privacy/requests/${id}`, 'citizens.space')
  expect(destroyed.at(-1)?.with).toMatch(/lignes? du journal de sécurité.*lettres? /)

  // The letter that tells it goes first, then nothing of it stays either.
  expect(await lettersTo(authority, zoe.email)).toHaveLength(1)
  await authority.drain()
  expect(await lettersTo(authority, zoe.email)).toEqual([])
  expect((await manager.visitor.get('/outbox')).text).toContain('personne effacée')
  const pseudonym = zoe.id.slice(-8)
  const { lines } = (await manager.visitor.api('get', `/journal?on=${pseudonym}`)).json<{
    lines: { action: string; subject: string }[]
  }>()
  expect(lines.map(({ action, subject }) => [action, subject])).toContainEqual([
    'sign_in',
    `erased:${pseudonym}`,
  ])
  expect((await manager.visitor.get(`/journal?on=${pseudonym}`)).text).toContain(
    `personne effacée ${pseudonym}`,
  )
  const { lines: none } = (await manager.visitor.api('get', `/journal?on=${zoe.email}`)).json<{
    lines: object[]
  }>()
  expect(none).toEqual([])
  expect((await authority.asSystem(() => verifyAudit())).findings).toEqual([])
  useOpenLetterbox([])
})

test('the views of somebody who left keep nobody from erasing them, and what they shared goes on under who took over', async () => {
  const manager = await authority.person({ roles: ['administrator'] })
  const heir = await authority.person({ roles: ['agent'] })
  const gone = await authority.person({ roles: ['agent'], email: 'u.bodart@example.org' })
  const save = (of: TestPerson, fields: Record<string, string>) =>
    of.visitor.post('/views', { list: 'test.erased', back: '/', query: 'state=open', ...fields })
  await save(gone, { name: 'À moi' })
  await save(gone, { name: 'À tous', shared: 'on' })
  await save(heir, { name: 'La sienne', query: `by=${gone.id}` })
  await manager.visitor.api('POST', `/people/${gone.id}/leave`, { heir_id: heir.id })
  const path = await requestOf(gone.id)
  expect((await wouldGo(path)).rows[0]?.goes).toMatch(/entièrement.*3 vues enregistrées/)
  await erases(path, 'people.person')
  const views = await authority.asSystem(() =>
    db().selectFrom('commons.saved_view').select(['name', 'person_id']).execute(),
  )
  expect(views).toEqual([{ name: 'À tous', person_id: heir.id }])
})

test('the letters to a card of the address book go with it, and those to somebody else at the same address stay', async () => {
  const { party, path } = await asked('erasure')
  const agent = await authority.person({ roles: ['agent'] })
  const address = 'famille.lambinet@example.org'
  await authority.asSystem(async () => {
    await sql`update commons.party set email = ${address} where id = ${party}`.execute(db())
    for (const name of ['Yvon Lambinet erasure', 'Odile Vasseur'])
      await send({ to: { name, address }, subject: 'Votre demande', text: `Bonjour ${name}` })
    const to = { name: 'Agent', address: 'agent@example.org' }
    await send({ to, subject: 'Un appel', text: 'Rappelez Yvon Lambinet erasure.' })
  })
  await authority.drain()
  const { destroyed } = await erases(path, 'parties.party')
  expect(destroyed[0]?.with).toContain('2 lettres')
  expect((await agent.visitor.get(`/parties/contacts/${party}`)).status).toBe(404)
  expect((await lettersTo(authority, address)).map(({ to_name }) => to_name)).toEqual([
    'Odile Vasseur',
  ])
  expect(await lettersTo(authority, 'agent@example.org')).toEqual([
    expect.objectContaining({ subject: '', body: '' }),
  ])
})
