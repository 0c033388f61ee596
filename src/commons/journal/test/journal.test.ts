import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { audit, auditedActions } from '#kernel/audit'
import { db } from '#kernel/db'
import { registeredMessages } from '#kernel/i18n'
import { atItsTime } from '#kernel/jobs'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { nightly } from '../check.ts'
import { allActions } from '../lines.ts'

let authority: TestAuthority
let manager: TestPerson
beforeAll(async () => {
  authority = await givenAuthority()
  manager = await authority.person({ roles: ['agent', 'administrator'], lastName: 'Gestion' })
})

interface Log {
  lines: { seq: string; action: string; subject: string; actor_name: string }[]
  next: string | null
}
const log = async (query: string) =>
  (await manager.visitor.api('get', `/journal?${query}`)).json<Log>()

test('the log is read by administrators and the data protection officer, and by nobody else', async () => {
  const officer = await authority.person({ roles: ['data_protection_officer'] })
  const agent = await authority.person({ roles: ['agent'] })
  expect((await manager.visitor.get('/journal')).status).toBe(200)
  expect((await officer.visitor.get('/journal')).status).toBe(200)
  expect((await agent.visitor.get('/journal')).status).toBe(403)
  expect((await agent.visitor.api('get', '/journal')).status).toBe(403)
})

test('it is narrowed by who, what, on what, from where and when, and its reading stands in it', async () => {
  await authority.as(manager, () => audit('download', '/annexes/narrowed-100%'))
  const { text } = await manager.visitor.get('/journal?on=narrowed-100%25&action=download')
  expect(text).toContain('/annexes/narrowed-100%')
  expect(text).toContain('téléchargement ou exportation')
  expect((await log('on=narrowed-100_')).lines).toEqual([])
  expect((await log('who=gestion&on=narrowed')).lines).toHaveLength(2)
  expect((await log('from=2000-01-01&to=2000-12-31')).lines).toEqual([])
  const read = await log('action=audit_read')
  expect(read.lines.map(({ subject }) => subject)).toContain(
    '/journal?action=download&on=narrowed-100%25',
  )
})

test('it pages by key, and is taken out as a file, which stands in it too', async () => {
  await authority.asSystem(async () => {
    for (let at = 0; at < 105; at++) await audit('import', `paged ${at}`)
  })
  const first = await log('on=paged')
  expect(first.lines).toHaveLength(100)
  expect(first.lines[0]?.subject).toBe('paged 104')
  const second = await log(`on=paged&after=${first.next}`)
  expect(second.lines.map(({ subject }) => subject)).toEqual(
    [4, 3, 2, 1, 0].map((at) => `paged ${at}`),
  )
  const csv = await manager.visitor.get('/journal?on=paged&as=csv')
  expect(csv.text).toContain('paged 104')
  expect((await log('action=download&on=on%3Dpaged')).lines).toHaveLength(1)
})

test('each night the chain is walked over: the page says that it is whole, or what is not', async () => {
  const town = await givenAuthority()
  const { visitor } = await town.person({ roles: ['administrator'] })
  const { database } = await ground()
  await town.asSystem(() => audit('download', 'one'))
  expect((await visitor.post('/journal/checks', {})).status).toBe(303)
  await town.drain()
  expect((await visitor.get('/journal')).text).toMatch(/la ligne est intacte/)
  const client = await database.owner.connect()
  await client.query('begin')
  await client.query(`select set_config('app.tenant', $1, true)`, [town.tenant.id])
  await client.query(`update kernel.audit set subject = 'two' where subject = 'one'`)
  await client.query('commit')
  client.release()
  await atItsTime(database, nightly)
  await town.drain()
  expect((await visitor.get('/journal')).text).toMatch(/le journal a été altéré/)
  expect((await visitor.api('get', '/journal/chain')).json<{ whole: boolean }>().whole).toBe(false)
})

test('every thing that a line says has words', () => {
  for (const language of ['fr', 'en'] as const)
    for (const action of allActions)
      expect(registeredMessages(language).has(`journal.action.${action}`), action).toBe(true)
  expect(new Set(auditedActions).size).toBe(auditedActions.length)
})

test('somebody of another service who opens a dossier with personal fields leaves a line, once an hour', async () => {
  const keeper = await authority.person({
    roles: ['agent'],
    in: await authority.service('Accueil'),
  })
  const written = await keeper.visitor.post('/parties/contacts', {
    ...{ nature: 'person', title: 'Roselle', first_name: 'Jeanne', postal_code: '5000' },
  })
  const path = written.headers.get('location') ?? ''
  expect(path).toMatch(/^\/parties\/contacts\//)
  const readers = async () =>
    (await log(`action=read&on=${path}`)).lines.map((one) => one.actor_name)
  await keeper.visitor.get(path)
  expect(await readers()).toEqual([])
  const other = await authority.person({ roles: ['agent'], firstName: 'Alix', lastName: 'Terval' })
  await other.visitor.get(path)
  await other.visitor.get(path)
  await other.visitor.api('get', path)
  expect(await readers()).toEqual(['Alix Terval'])
  // The application cannot take the line away again.
  await expect(
    authority.asSystem(() => sql`delete from kernel.audit where action = 'read'`.execute(db())),
  ).rejects.toThrow('permission denied')
})

test('roles that are given and ended, and departures, stand in it with names that lead to whom they are about', async () => {
  const { id } = await authority.person({ firstName: 'Basile', lastName: 'Nommé' })
  const offices = `/people/${id}/offices`
  await manager.visitor.api('POST', offices, { kind: 'role', role: 'agent', held: 'own' })
  await manager.visitor.api('POST', `/people/${id}/leave`, {})
  const told = (await log(`on=${encodeURIComponent('Basile Nommé')}`)) as unknown as {
    lines: { action: string; about: string; href: string | null }[]
  }
  expect(told.lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['office_given', 'office_ended', 'person_leaves', 'person_left']),
  )
  const given = told.lines.find(({ action }) => action === 'office_given')
  expect(given).toMatchObject({ about: 'agent · Basile Nommé', href: `/people/${id}` })
  const { text } = await manager.visitor.get(`/journal?on=${id}&action=person_left`)
  expect(text).toContain(`<a href="/people/${id}">Basile Nommé</a>`)
  expect(text).not.toContain(`>${id}<`)
  const csv = await manager.visitor.get(`/journal?on=${id}&action=office_given&as=csv`)
  expect(csv.text).toContain('Basile Nommé')
})

test('a dossier stands in it by its title, and only for whoever may see it', async () => {
  const service = await authority.service('Accueil du journal')
  const keeper = await authority.person({ roles: ['agent'], in: service })
  const written = await keeper.visitor.post('/parties/contacts', {
    ...{ nature: 'person', title: 'Lumeçon', first_name: 'Alix', postal_code: '5000' },
  })
  const path = written.headers.get('location') ?? ''
  await authority.as(keeper, () => audit('download', `${path}/files/1`))
  const { text } = await manager.visitor.get(`/journal?on=${path}`)
  expect(text).toMatch(new RegExp(`<a href="${path}">[^<]*Lumeçon</a>`))
})
