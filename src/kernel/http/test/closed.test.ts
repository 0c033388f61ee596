import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { eraseDue, erasures } from '#kernel/backup'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { send } from '#kernel/mail'
import { restrict, type Restriction } from '#kernel/tenancy'

let authority: TestAuthority
let person: TestPerson

beforeEach(async () => {
  authority = await givenAuthority()
  person = await authority.person({ roles: ['administrator'] })
})
afterEach(async () => {
  const { database } = await ground()
  await restrict(database, null, null)
})

const hour = 3_600_000
const inAnHour = () => new Date(Date.now() + hour).toISOString()

async function closed(given: Partial<Restriction>, whole = false): Promise<void> {
  const { database } = await ground()
  await restrict(database, whole ? null : authority.tenant, {
    ...{ kind: 'maintenance', words: 'Nouvelle version.', contact: 'aide@region.be' },
    ...{ since: new Date().toISOString(), until: null, eraseAfter: null, exportHash: null },
    ...given,
  })
}

describe('maintenance', () => {
  test('closes every page with the reason, the end and whom to ask; the doors of operators answer', async () => {
    await closed({ until: inAnHour() })
    const { status, text, headers } = await person.visitor.get('/inbox')
    expect(status).toBe(503)
    expect(text).toContain('Maintenance en cours')
    expect(text).toContain('Nouvelle version.')
    expect(text).toContain('Réouverture prévue le')
    expect(text).toContain('aide@region.be')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3500)
    const visitor = authority.visitor()
    expect((await visitor.get('/')).status).toBe(503)
    expect((await visitor.api('GET', '/people')).status).toBe(503)
    expect((await visitor.get('/healthz')).status).toBe(200)
    const told = await visitor.get('/status')
    expect([told.status, told.text.includes('fermé pour maintenance')]).toEqual([200, true])
  })

  test('is over by itself at its end, and at once where it is lifted; of the whole house it holds for all', async () => {
    await closed({ until: new Date(Date.now() - 1000).toISOString() })
    expect((await person.visitor.get('/inbox')).status).toBe(200)
    await closed({}, true)
    const other = await givenAuthority()
    expect((await other.visitor().get('/sign-in')).status).toBe(503)
    const { database } = await ground()
    await restrict(database, null, null)
    expect((await other.visitor().get('/sign-in')).status).toBe(200)
  })

  test('that only reads refuses acts with a sentence, and keeps what was typed', async () => {
    await closed({ kind: 'read_only', until: inAnHour() })
    const page = await person.visitor.get('/people/new')
    expect(page.text).toContain('Lecture seule')
    const sent = await person.visitor.post(
      '/people',
      { first_name: 'Alix', last_name: 'Verlaine' },
      '/people/new',
    )
    expect(sent.status).toBe(409)
    expect(sent.text).toContain('rien ne peut être changé')
    expect(sent.text).toContain('Verlaine')
    const program = await person.visitor.api('POST', '/people', {})
    expect([program.status, JSON.stringify(await program.json())]).toEqual([
      409,
      expect.stringContaining('rien ne peut être changé'),
    ])
  })
})

describe('an authority that is suspended', () => {
  test('keeps its people out, says why, and leaves what it published to be read', async () => {
    await closed({ kind: 'suspended', words: 'Convention non signée.' })
    const { status, text } = await person.visitor.get('/inbox')
    expect([status, text.includes('Convention non signée.')]).toEqual([503, true])
    expect((await authority.visitor().get('/sign-in')).status).toBe(503)
    expect((await person.visitor.api('GET', '/people')).status).toBe(503)
    expect((await authority.visitor().get('/')).status).toBe(200)
    const other = await givenAuthority()
    expect((await other.visitor().get('/sign-in')).status).toBe(200)
  })

  test('rests: its jobs and its mail wait until it resumes, those of others go on', async () => {
    const other = await givenAuthority()
    const write = (one: TestAuthority) =>
      one.asSystem(() => send({ to: { address: 'alix@commune.be' }, subject: 'A', text: 'B' }))
    const [waits, goes] = [await write(authority), await write(other)]
    await closed({ kind: 'suspended' })
    await authority.drain()
    const stateOf = (one: TestAuthority, id: string) =>
      one.asSystem(async () => {
        const rows = await sql<{ state: string }>`
          select state from kernel.mail where id = ${id}`.execute(db())
        return rows.rows[0]?.state
      })
    expect([await stateOf(authority, waits), await stateOf(other, goes)]).toEqual([
      'waiting',
      'kept',
    ])
    const { database } = await ground()
    await restrict(database, authority.tenant, null)
    await authority.drain()
    expect(await stateOf(authority, waits)).toBe('kept')
  })
})

test('an end that was asked for is done after its delay and not before, undone by a word, and certified', async () => {
  const { database } = await ground()
  await closed({ kind: 'suspended', eraseAfter: inAnHour(), exportHash: 'abc' })
  const later = new Date(Date.now() + 2 * hour)
  expect(await eraseDue(database)).toEqual([])
  await restrict(database, authority.tenant, null)
  expect(await eraseDue(database, later)).toEqual([])
  expect((await person.visitor.get('/inbox')).status).toBe(200)
  await closed({ kind: 'suspended', eraseAfter: inAnHour(), exportHash: 'abc' })
  const { id, slug } = authority.tenant
  const certificate = { erased_id: id, slug, export_hash: 'abc' }
  expect(await eraseDue(database, later)).toMatchObject([certificate])
  expect(await erasures(database)).toContainEqual(expect.objectContaining(certificate))
  expect((await authority.visitor().get('/sign-in')).status).toBe(404)
})
