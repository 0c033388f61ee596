import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { givenAuthority, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let manager: TestPerson

beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['administrator'], firstName: 'Odile' })
})

const place = 'deliberations.usual_place'

/** The version that the form of a folder was made from. */
async function versionIn(folder: string, who = manager): Promise<string> {
  const { text } = await who.visitor.get('/settings')
  const [, form = ''] = text.split(`action="/settings/${folder}"`)
  return /name="version" value="([^"]*)"/.exec(form)?.[1] ?? ''
}

const decidePlace = async (value: string, version?: string, who = manager) =>
  who.visitor.post('/settings/deliberations', {
    version: version ?? (await versionIn('deliberations', who)),
    [place]: value,
  })

test('what the authority decides holds from then on, and says who decided', async () => {
  const secretariat = await authority.person({ roles: ['secretariat'] })
  expect((await secretariat.visitor.get('/deliberations/meetings/new')).text).not.toContain(
    'Tilleuls',
  )
  expect((await decidePlace('Salle des Tilleuls')).status).toBe(303)
  expect((await secretariat.visitor.get('/deliberations/meetings/new')).text).toContain(
    'value="Salle des Tilleuls"',
  )
  const { text } = await manager.visitor.get('/settings')
  expect(text).toContain('Décidé par Odile Terval')
  expect(text).toContain(
    'a décidé «\u00A0Lieu habituel des séances\u00A0»\u00A0: Salle des Tilleuls (avant\u00A0: rien)',
  )
})

test('another authority decides for itself', async () => {
  const other = await givenAuthority()
  const secretariat = await other.person({ roles: ['secretariat'] })
  const { text } = await secretariat.visitor.get('/deliberations/meetings/new')
  expect(text).not.toContain('Tilleuls')
})

test('each decision stays readable, and the same one again is no decision', async () => {
  await decidePlace('Salle du Verger')
  const once = (await manager.visitor.get('/settings')).text.split('Salle du Verger').length
  await decidePlace('Salle du Verger')
  const { text } = await manager.visitor.get('/settings')
  expect(text.split('Salle du Verger')).toHaveLength(once)
  expect(text).toContain('Salle du Verger (avant\u00A0: Salle des Tilleuls)')
})

test('who decides on what somebody else changed meanwhile is told, and overwrites nothing', async () => {
  const version = await versionIn('deliberations')
  await decidePlace('Grande salle', version)
  const late = await decidePlace('Petite salle', version)
  expect(late.status).toBe(422)
  expect(late.text).toContain('Odile Terval a changé ces paramètres entre-temps')
  expect(late.text).toContain('value="Petite salle"')
  expect((await manager.visitor.api('get', '/settings')).text).toContain('Grande salle')
})

test('a refused answer is said at its field, and nothing of the form is kept', async () => {
  const refused = await decidePlace('x'.repeat(201))
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('aria-invalid="true"')
  expect((await manager.visitor.get('/settings')).text).not.toContain('xxxx')
})

test('they are for those who administer the authority', async () => {
  const agent = await authority.person({ roles: ['agent', 'secretariat'] })
  expect((await agent.visitor.get('/settings')).status).toBe(403)
  expect((await decidePlace('Ailleurs', '', agent)).status).toBe(403)
  expect((await agent.visitor.api('get', '/settings')).status).toBe(403)
  expect((await manager.visitor.post('/settings/nowhere', { version: '' })).status).toBe(404)
})

test('programs read and decide the same', async () => {
  const groups = (await manager.visitor.api('get', '/settings')).items<{
    folder: string
    version: string
  }>()
  const version = groups.find(({ folder }) => folder === 'documents')?.version
  const values = { 'documents.contact': '081 00 00 00\nbonjour@beauval.example' }
  const done = await manager.visitor.api('put', '/settings/documents', { version, values })
  expect(JSON.parse(done.text)).toMatchObject({
    folder: 'documents',
    settings: [{ name: 'documents.contact', value: values['documents.contact'], initial: '' }],
  })
  const again = await manager.visitor.api('put', '/settings/documents', { version, values })
  expect(again.status).toBe(409)
  // A name of another folder is told, and not left unread.
  const other = { version, values: { 'identity.session_hours': 3 } }
  const refused = await manager.visitor.api('put', '/settings/documents', other)
  expect([refused.status, refused.text.includes('identity.session_hours')]).toEqual([422, true])
})

test('many decisions say how many there are, and are all shown on demand', async () => {
  await authority.asSystem(() =>
    sql`insert into commons.setting (name, given, decided_by)
      select ${place}, to_jsonb('Salle ' || at), 'Odile' from generate_series(1, 60) at`.execute(
      db(),
    ),
  )
  const { text } = await manager.visitor.get('/settings')
  expect(text).toMatch(/Les 50 derniers de [67]\d\./)
  expect(text).not.toContain(': Salle 5 (')
  const all = await manager.visitor.get(/href="([^"]*all=decisions)"/.exec(text)?.[1] ?? '')
  expect(all.text).not.toContain('derniers de')
  expect(all.text).toContain(': Salle 5 (')
})

describe('What holds by default', () => {
  const hours = 'identity.session_hours'
  interface Told {
    folder: string
    version: string
    settings: { name: string; value: unknown; is_default: boolean; inherited: string | null }[]
  }
  const told = async (who: TestPerson, q = '') =>
    (await who.visitor.api('get', `/settings?q=${encodeURIComponent(q)}`)).items<Told>()

  test('is marked so, and what is decided is taken back to it, in history with from what to what', async () => {
    const town = await givenAuthority()
    const head = await town.person({ roles: ['administrator'], firstName: 'Odile' })
    const [before] = await told(head, 'heures')
    expect(before?.settings).toMatchObject([{ name: hours, value: 12, is_default: true }])
    const version = await versionIn('identity', head)
    expect((await head.visitor.post('/settings/identity', { version, [hours]: '8' })).status).toBe(
      303,
    )
    expect((await head.visitor.get('/settings')).text).toContain('décidé ici')
    const stale = await head.visitor.post(`/settings/${hours}/default`, { version })
    expect(stale.status).toBe(409)
    const back = { version: await versionIn('identity', head) }
    expect((await head.visitor.post(`/settings/${hours}/default`, back)).status).toBe(303)
    const [after] = await told(head, 'heures')
    expect(after?.settings).toMatchObject([{ name: hours, value: 12, is_default: true }])
    const { text } = await head.visitor.get('/settings')
    expect(text).toMatch(/a remis «[^»]*» à sa valeur par défaut\u00A0: 12 \(avant\u00A0: 8\)/)
    const again = await head.visitor.api('post', `/settings/${hours}/default`, {
      version: after?.version,
    })
    expect(again.status).toBe(409)
    const past = (await head.visitor.api('get', '/settings/decisions')).json<{
      all: number
      decisions: { name: string; decided_by: string }[]
    }>()
    expect(past).toMatchObject({
      all: 2,
      decisions: [{ name: hours, decided_by: 'Odile Terval' }, {}],
    })
  })

  test('may be inherited: what is left empty says what is taken in its place', async () => {
    const [outbox] = await told(manager, 'expéditeur')
    expect(outbox?.settings).toMatchObject([{ inherited: expect.stringMatching(/\S/) }])
    expect((await manager.visitor.get('/settings?q=expéditeur')).text).toContain('hérité')
  })
})

test('one searches them by what they speak of, and finds the pages on which more is decided', async () => {
  const { text } = await manager.visitor.get('/settings?q=numéros')
  expect(text).toContain('href="/numbering"')
  expect(text).not.toContain('action="/settings/identity"')
  const narrowed = await manager.visitor.get('/settings?q=Lieu+habituel')
  expect(narrowed.text).toContain('action="/settings/deliberations"')
  expect(narrowed.text).not.toContain('href="/numbering" class="list-title"')
  // What is narrowed decides all the same.
  const [, form = ''] = narrowed.text.split('action="/settings/deliberations"')
  const version = /name="version" value="([^"]*)"/.exec(form)?.[1] ?? ''
  expect((await decidePlace('Salle du Moulin', version)).status).toBe(303)
  expect((await manager.visitor.get('/settings?q=zzz')).text).toContain('Rien de ce qui se décide')
  const places = (await manager.visitor.api('get', '/settings/places')).items<{ href: string }>()
  expect(places.map(({ href }) => href)).toEqual(
    expect.arrayContaining(['/numbering', '/calendar', '/providers', '/outbox', '/use', '/trades']),
  )
})

test('a setting of a trade that is off shows nothing, and nobody decides it', async () => {
  const bare = await givenAuthority('municipality', { trades: [] })
  const { visitor } = await bare.person({ roles: ['administrator'] })
  expect((await visitor.get('/settings')).text).not.toContain('Lieu habituel des séances')
  expect((await visitor.api('get', '/settings')).text).not.toContain('deliberations')
  const sent = { version: '', [place]: 'Salle' }
  expect((await visitor.post('/settings/deliberations', sent)).status).toBe(404)
  const back = await visitor.post(`/settings/${place}/default`, { version: '' })
  expect(back.status).toBe(404)
})
