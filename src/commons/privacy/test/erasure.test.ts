import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { useOpenLetterbox } from '#kernel/mail'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { givenCitizen, lettersTo } from '../../citizens/test/given-citizen.ts'
import { erasing } from './erasing.ts'

let authority: TestAuthority
let officer: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  officer = await authority.person({ roles: ['agent', 'data_protection_officer'] })
})
const { asked, requestOf, wouldGo, erases } = erasing(
  () => authority,
  () => officer,
)

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
