import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#kernel/db'
import { givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'

let authority: TestAuthority
let manager: TestPerson
let agent: TestPerson
const reason = 'Elle ne trouve pas son point'

beforeAll(async () => {
  authority = await givenAuthority()
  const works = await authority.service('Travaux')
  manager = await authority.person({ roles: ['agent', 'administrator'], lastName: 'Gestion' })
  agent = await authority.person({ in: works, firstName: 'Nadia', lastName: 'Corbeau' })
})

/** An administrator who sees as the agent, in a session of their own. */
async function seeing(): Promise<TestPerson> {
  const fresh = await authority.signIn(manager.id)
  const begun = await fresh.visitor.post(`/people/${agent.id}/seeing`, { reason })
  expect(begun.status, begun.text).toBe(303)
  return fresh
}

interface Log {
  lines: {
    action: string
    subject: string | null
    actor_name: string
    seen_as_name: string | null
  }[]
}

test('an administrator sees what somebody sees, on pages that say so, and stops', async () => {
  const { visitor } = await seeing()
  const inbox = (await visitor.get('/inbox')).text
  expect(inbox).toMatch(/Vous voyez la plateforme comme .*Corbeau, en lecture seule/)
  expect(inbox).toContain('action="/see-as/end"')
  // What the administrator may, and the agent may not, is refused.
  expect((await visitor.get('/people')).status).toBe(403)
  expect((await visitor.post('/see-as/end', {})).status).toBe(303)
  const back = (await visitor.get('/inbox')).text
  expect(back).not.toContain('en lecture seule')
  expect((await visitor.get('/people')).status).toBe(200)
})

test('each page leaves a line that bears both names, and the person is told why', async () => {
  const { visitor } = await seeing()
  await visitor.get('/notices/wishes')
  await visitor.post('/see-as/end', {})
  const { lines } = (await manager.visitor.api('get', '/journal?who=corbeau')).json<Log>()
  const line = lines.find(({ subject }) => subject === '/notices/wishes')
  expect(line).toMatchObject({
    action: 'seen_as',
    seen_as_name: expect.stringContaining('Corbeau'),
  })
  expect(line?.actor_name).toContain('Gestion')
  const begun = (await manager.visitor.api('get', '/journal?action=see_as')).json<Log>()
  expect(begun.lines[0]?.subject).toContain(reason)
  const { text } = await agent.visitor.get('/notices')
  expect(text).toContain(`Raison\u00A0: ${reason}`)
})

test('it asks for a reason and for proof, and never as oneself, another administrator or who is not in', async () => {
  const path = `/people/${agent.id}/seeing`
  const { visitor } = await authority.signIn(manager.id)
  expect((await visitor.post(path, { reason: 'court' })).status).toBe(422)
  expect((await visitor.post(`/people/${manager.id}/seeing`, { reason })).status).toBe(409)
  const other = await authority.person({ roles: ['administrator'] })
  expect((await visitor.post(`/people/${other.id}/seeing`, { reason })).status).toBe(409)
  expect((await agent.visitor.post(path, { reason })).status).toBe(403)
  const old = await authority.signIn(manager.id)
  await authority.asSystem(() =>
    sql`update kernel.session set proven_at = now() - interval '1 hour' where account_id = ${manager.id}`.execute(
      db(),
    ),
  )
  const asked = await old.visitor.post(path, { reason })
  expect(asked.text).toContain('form_proof_password')
  expect((await old.visitor.get('/inbox')).text).not.toContain('en lecture seule')
})

test('after a quarter of an hour one is oneself again', async () => {
  const { visitor } = await seeing()
  const { rows } = await authority.asSystem(() =>
    sql<{ minutes: number }>`update kernel.session set sees_until = now() where sees_as is not null
      returning round(extract(epoch from old.sees_until - now()) / 60)::int as minutes`.execute(
      db(),
    ),
  )
  expect(rows.map(({ minutes }) => minutes)).toEqual([15])
  expect((await visitor.get('/people')).status).toBe(200)
})

test('nothing of what is the person’s own is shown', async () => {
  const { visitor } = await seeing()
  for (const path of ['/security', '/security/telephone', '/security/passkeys', '/drafts'])
    expect((await visitor.get(path)).status, path).toBe(403)
  for (const path of ['/security/sessions', '/drafts'])
    expect((await visitor.api('get', path)).status, path).toBe(403)
  await visitor.post('/see-as/end', {})
})

test('no route of the house acts, and no page writes, while somebody sees as another', async () => {
  const { visitor } = await seeing()
  const { house, database } = await ground()
  const acting = house.routes.filter(
    ({ method, face }) => method !== 'get' && ['page', 'api'].includes(face),
  )
  expect(acting.length).toBeGreaterThan(100)
  const address = (path: string) => path.replaceAll(/:\w+/g, '00000000-0000-4000-8000-000000000001')
  const before = await written()
  for (const { method, path, face } of acting) {
    if (path === '/sign-out' || path === '/see-as/end' || path === '/api/session/seeing') continue
    const { status } =
      face === 'api'
        ? await visitor.api(method, address(path).replace(/^\/api/, ''), {})
        : await visitor.post(address(path), {})
    expect([403, 404], `${method} ${path} answered ${status}`).toContain(status)
  }
  expect(await written()).toEqual(before)
  const reading = house.routes.filter(
    ({ method, face }) => method === 'get' && ['page', 'api'].includes(face),
  )
  for (const { path, face } of reading) {
    const asked = address(path)
    const { status } =
      face === 'api'
        ? await visitor.api('get', asked.replace(/^\/api/, ''))
        : await visitor.get(asked)
    expect(status, `GET ${path}`).toBeLessThan(500)
  }
  expect(await written()).toEqual(before)

  /** How many rows of each table were ever written, but those of the log and of who comes in. */
  async function written(): Promise<unknown> {
    const client = await database.owner.connect()
    try {
      const { rows } = await client.query<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
         where c.relkind = 'r' and n.nspname in ('kernel', 'commons', 'deliberations', 'strategy')
           and c.oid::regclass::text not in ('kernel.audit', 'kernel.audit_link', 'kernel.session', 'kernel.account')
         order by 1`,
      )
      const counts: Record<string, string> = {}
      await client.query('begin')
      await client.query(`select set_config('app.tenant', $1, true)`, [authority.tenant.id])
      for (const { name } of rows) {
        const { rows: found } = await client.query<{ sum: string }>(
          `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${name} t where tenant_id = $1`,
          [authority.tenant.id],
        )
        counts[name] = found[0]?.sum ?? ''
      }
      await client.query('rollback')
      return counts
    } finally {
      client.release()
    }
  }
})

test('what a page would write all the same is refused by PostgreSQL, with a sentence', async () => {
  const { PageRoutes } = await import('#kernel/http')
  const { forSignedIn } = await import('#kernel/access')
  const planted = new PageRoutes('/planted')
  planted.get('/', forSignedIn, async (c) => {
    await sql`insert into kernel.event (type) values ('planted')`.execute(db())
    return c.text('written')
  })
  const fresh = await seeing()
  const { status, text } = await authority.visitorOf(planted, fresh).get('/planted')
  expect(status).toBe(403)
  expect(text).toContain('rien ne peut être fait en son nom')
})
