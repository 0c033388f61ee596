import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '#kernel/audit-chain'
import { db } from '#kernel/db'
import { send, useOpenLetterbox } from '#kernel/mail'
import { checkViews } from '#commons/views'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { givenCitizen, lettersTo } from '../../citizens/test/given-citizen.ts'
import { erasing } from './erasing.ts'

// A list whose views any query fits.
checkViews('test.erased', () => () => {})
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
