import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'
import { db } from '#kernel/db'
import { sample } from './beauval.ts'
import { asFiles, chosen, importAll, upload } from './secretary.ts'

let authority: TestAuthority
let secretariat: TestPerson

beforeEach(async () => {
  authority = await givenAuthority()
  secretariat = await authority.person({ roles: ['agent', 'secretariat'] })
})

describe('an upload is forgotten', () => {
  const drafts = () =>
    authority.asSystem(() => db().selectFrom('commons.import_draft').select('id').execute())

  test('once it is imported', async () => {
    const path = await upload(secretariat, sample())
    expect(await drafts()).toHaveLength(1)
    await secretariat.visitor.post(path, { act: 'create_missing' })
    expect(
      (
        await secretariat.visitor.post(path, {
          act: 'commit',
          ...(await chosen(secretariat, path)),
        })
      ).status,
    ).toBe(303)
    expect(await drafts()).toEqual([])
    expect((await secretariat.visitor.get(path)).status).toBe(404)
  })

  test('after two days, even before the night clears it away', async () => {
    const path = await upload(secretariat, sample())
    await authority.asSystem(() =>
      sql`update commons.import_draft set expires_at = expires_at - interval '2 days'`.execute(
        db(),
      ),
    )
    const gone = await secretariat.visitor.get(path)
    expect(gone.status).toBe(404)
    expect(gone.text).toContain('recommencez avec vos fichiers')
    expect((await secretariat.visitor.post(path, { act: 'commit' })).status).toBe(404)
  })
})

describe('an import is for the secretariat of the authority', () => {
  test.each([['agent'], ['administrator']] as const)('who is %s only is refused', async (role) => {
    const { visitor } = await authority.person({ roles: [role] })
    expect((await visitor.get('/deliberations/import')).status).toBe(403)
    expect((await visitor.get('/deliberations')).text).not.toContain('/deliberations/import')
    const sent = await visitor.post('/deliberations/import', { files: asFiles(sample()) })
    expect(sent.status).toBe(403)
    expect((await visitor.api('POST', '/deliberations/imports', { files: [] })).status).toBe(403)
  })

  test('who finds it among the tabs of the trade', async () => {
    const { text: page } = await secretariat.visitor.get('/deliberations')
    expect(page).toMatch(/href="\/deliberations\/import"[^>]*>\s*Importer/)
  })

  test('nobody else sees the upload, and another authority nothing at all', async () => {
    const path = await upload(secretariat, sample())
    const colleague = await authority.person({ roles: ['agent', 'secretariat'] })
    expect((await colleague.visitor.get(path)).status).toBe(404)
    await importAll(secretariat, sample())
    const elsewhere = await givenAuthority()
    const stranger = await elsewhere.person({ roles: ['agent', 'secretariat'] })
    expect((await stranger.visitor.get(path)).status).toBe(404)
    expect((await stranger.visitor.api('GET', '/deliberations/meetings')).json()).toMatchObject({
      items: [],
      total: 0,
    })
    const preview = await stranger.visitor.get(await upload(stranger, sample()))
    expect(preview.text).toContain('12 points à créer')
  })
})

describe('the same by the API', () => {
  const files = sample().map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }))
  const send = (path: string, more: object = {}) =>
    secretariat.visitor.api('POST', `/deliberations/imports${path}`, { files, ...more })

  test('previews, refuses what is open, imports, and changes nothing twice', async () => {
    const preview = await send('/preview')
    expect(preview.json()).toMatchObject({ ready: false, meeting: { action: 'create' } })
    expect((await send('')).status).toBe(422)
    const done = await send('', { create_missing: true })
    expect(done.status).toBe(201)
    expect(done.json()).toMatchObject({ created: { items: 12, annexes: 2 } })
    expect((await send('')).json()).toMatchObject({ created: { items: 0, annexes: 0 } })
  })
})
