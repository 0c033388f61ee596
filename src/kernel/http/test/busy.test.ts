import pg from 'pg'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appOn, givenAuthority, ground, type TestAuthority, type TestPerson } from '#test/harness'
import { connect, type Database, db } from '#kernel/db'
import { forSignedIn } from '#kernel/access'
import { ApiRoutes, PageRoutes } from '../index.ts'
import { Gate } from '#kernel/tenancy'

const limits = { connection: 1, statement: 0.5, lock: 0.3, idle: 0.3, job: 5 }
let database: Database
let app: ReturnType<typeof appOn>
let loud: TestAuthority
let quiet: TestAuthority
let people: { loud: TestPerson; quiet: TestPerson }

beforeAll(async () => {
  const on = await ground()
  loud = await givenAuthority()
  quiet = await givenAuthority()
  people = { loud: await loud.person(), quiet: await quiet.person({ roles: ['agent'] }) }
  const url = on.database.owner.options.connectionString ?? ''
  database = connect({ url, poolSize: 4, limits })
  const pages = new PageRoutes('/test')
  const me = () => sql`update kernel.account set name = name where id = ${people.loud.id}`
  pages.get('/row', forSignedIn, async (c) => {
    await me().execute(db())
    return c.text('written')
  })
  pages.get('/long', forSignedIn, async (c) => {
    await sql`select pg_sleep(20)`.execute(db())
    return c.text('slept')
  })
  const api = new ApiRoutes('/test')
  api.on('get', '/row', forSignedIn, { summary: '' }, async () => void (await me().execute(db())))
  app = appOn(database, new Gate(database), [...on.house.routes, ...pages.list, ...api.list])
})
afterAll(() => database.close())

const ask = (at: TestAuthority, who: TestPerson, path: string) =>
  app.request(`http://${at.host}${path}`, {
    headers: { host: at.host, cookie: `session=${who.token}` },
  })

/** Somebody else who holds a row of the loud authority. */
async function held<T>(work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: database.owner.options.connectionString })
  await holder.connect()
  try {
    await holder.query(`begin; select set_config('app.tenant', '${loud.tenant.id}', true)`)
    await holder.query('select from kernel.account where id = $1 for update', [people.loud.id])
    return await work()
  } finally {
    await holder.end()
  }
}

test('one row held by another connection stops neither other authorities nor the question of health (R2)', async () => {
  await held(async () => {
    const stuck = Array.from({ length: 10 }, () => ask(loud, people.loud, '/test/row'))
    const [inbox, health] = await Promise.all([
      ask(quiet, people.quiet, '/inbox'),
      app.request('http://localhost/healthz'),
    ])
    expect([inbox.status, health.status]).toEqual([200, 200])
    for (const answer of await Promise.all(stuck)) expect(answer.status).toBe(503)
  })
  expect((await ask(loud, people.loud, '/test/row')).status).toBe(200)
})

test('who is not answered in time is told to come again, in words and by a header (R2)', async () => {
  await held(async () => {
    const page = await ask(loud, people.loud, '/test/row')
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await page.text()).toContain('réessayez dans quelques secondes')
    const problem = await ask(loud, people.loud, '/api/test/row')
    expect([problem.status, problem.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await problem.json()).toMatchObject({ type: 'urn:beffroi:problem:http.busy' })
  })
})

test('a statement that takes too long is ended, and that is what is said of it (R2)', async () => {
  const from = performance.now()
  const answer = await ask(loud, people.loud, '/test/long')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('recommencez-la en plusieurs parties')
  expect(performance.now() - from).toBeLessThan(5_000)
})

test('a transaction that is left alone lets go of what it holds (R2)', async () => {
  const client = await database.pool.connect()
  await client.query('begin')
  const ended = new Promise((resolve) => client.once('error', resolve))
  expect(String(await ended)).toContain('idle-in-transaction')
  client.release(true)
})

test('where nobody gets a connection in time, nobody waits without end (R2)', async () => {
  const taken = await Promise.all(Array.from({ length: 4 }, () => database.pool.connect()))
  try {
    expect((await ask(quiet, people.quiet, '/inbox')).status).toBe(503)
    expect((await app.request('http://localhost/healthz')).status).toBe(200)
  } finally {
    for (const client of taken) client.release()
  }
  expect((await ask(quiet, people.quiet, '/inbox')).status).toBe(200)
})
