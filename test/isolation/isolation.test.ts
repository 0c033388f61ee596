import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openToAll } from '#kernel/access'
import { db } from '#kernel/db'
import { PageRoutes, type Route } from '#kernel/http'
import { drain } from '#kernel/jobs'
import { tenant } from '#kernel/tenancy'
import { kinds } from '#commons/dossiers'
import { appOn, ground } from '../harness/ground.ts'
import { figure } from '../harness/queries.ts'
import { type Authority, givenRegion, type Region } from './authorities.ts'
import type { Draw } from './drawn.ts'
import { Ledger, plant } from './planted.ts'
import { type Asked, oneOf, readable, Requests } from './requests.ts'
import { Seen } from './seen.ts'
import { Sweep } from './sweep.ts'
import { Marks } from './words.ts'

/** In all runs of the suite. */
const usual = 2000
/** 100 000 by `npm run test:isolation`. */
const inAll = Number(process.env['ISOLATION_REQUESTS'] ?? usual)
/** The same in each run of the suite, another where more is asked; a failure tells it. */
const chance = inAll > usual ? Date.now() % 1_000_000_000 : 1789
const seed = Number(process.env['ISOLATION_SEED'] ?? chance)
const inASequence = 50
/** After so many sequences all jobs that wait are done. */
const drained = 25

const marks = new Marks()
let region: Region
let ledger: Ledger

beforeAll(async () => {
  region = await givenRegion()
  await plant(region, marks)
  ledger = new Ledger(region, marks)
  expect(await ledger.read()).toEqual([])
}, 120_000)

afterAll(() => region.close())

async function requestsAt(
  routes: readonly Route[],
  app: ConstructorParameters<typeof Requests>[0]['app'],
): Promise<{ requests: Requests; seen: Seen }> {
  const seen = new Seen(routes)
  await seen.begin(region, new Map(kinds.every().map(({ name, path }) => [name, path])))
  return { requests: new Requests({ region, marks, ledger, seen, app }), seen }
}

/**
 * One sequence: what people of two authorities do, while what somebody of the third reads must stay as it was. Says
 * what is wrong.
 */
async function sequence(
  draw: Draw,
  requests: Requests,
  routes: readonly Route[],
): Promise<string[]> {
  const quiet = oneOf(draw, region.all)
  const others = region.all.filter((one) => one !== quiet)
  const looks = await watched(draw, requests, routes, quiet)
  for (let at = 0; at < inASequence; at += 1) {
    const { answer, wrong } = await requests.ask(requests.draw(draw, routes, others))
    if (answer.status === 500) return [`${requests.told.at(-1)} was answered with ${answer.status}`]
    if (wrong.length > 0) return wrong
  }
  for (const { asked, before } of looks) {
    const after = settled((await requests.answer(asked)).text)
    if (after !== before)
      return [`${asked.path} of who does nothing has moved: ${moved(before, after)}`]
  }
  return ledger.read()
}

/** What somebody of the quiet authority reads. */
async function watched(draw: Draw, requests: Requests, routes: readonly Route[], quiet: Authority) {
  const pages = routes.filter(({ method, input }) => method === 'get' && !input)
  const looks: { asked: Asked; before: string }[] = []
  for (let at = 0; at < Math.min(2, pages.length); at += 1) {
    const asked = { ...requests.draw(draw, pages, [quiet]), input: {} }
    // The first look may change what the second shows: what was new is seen.
    await requests.answer(asked)
    looks.push({ asked, before: settled((await requests.answer(asked)).text) })
  }
  return looks
}

/** Without what is new each time. */
const settled = (text: string) =>
  text
    .replaceAll(/^(x-request-id|set-cookie|date): .*$/gm, '')
    // To look at it is a request, too.
    .replaceAll(/(Demandes par minute|Requests a minute)<\/dt><dd>[\d\s,]+/g, '')
    .replaceAll(/"name":"requests","used":\d+/g, '')
    // To look at some pages is told in the security log, whose end moves by it.
    .replaceAll(/"seq":"\d+","hash":"[\da-f]+"/g, '')
    .replaceAll(/name="(form_key|edition|form_edition)" value="[^"]*"/g, '')

function moved(before: string, after: string): string {
  const at = [...before].findIndex((sign, place) => sign !== after[place])
  return `« ${before.slice(Math.max(0, at - 60), at + 60)} », « ${after.slice(Math.max(0, at - 60), at + 60)} »`
}

/** Runs sequences until so many were asked; throws with the seed, and what was asked last. */
async function runs(count: number, routes: readonly Route[], requests: Requests): Promise<void> {
  let done = 0
  const property = fc.asyncProperty(fc.gen(), async (draw) => {
    const wrong = await sequence(draw, requests, routes)
    done += 1
    if (done % drained === 0) await drain(region.towns.database, region.towns.gate)
    if (wrong.length > 0)
      throw new Error([...wrong.slice(0, 5), 'after', ...requests.told.slice(-5)].join('\n'))
  })
  // A sequence changes what is there: a shorter one says nothing of this one.
  const numRuns = Math.ceil(count / inASequence)
  const { failed, errorInstance } = await fc.check(property, { seed, numRuns, endOnFailure: true })
  if (failed) throw new Error(`ISOLATION_SEED=${seed}: ${String(errorInstance)}`)
}

test('an id of another authority that somebody typed stands in the log of refusals, and is no leak', async () => {
  const { house } = await ground()
  const { requests } = await requestsAt(house.routes, region.towns.app)
  const [at, other] = region.all
  const known = (path: string) =>
    house.routes.find((one) => one.path === path && one.method === 'get')
  const [refusing, journal] = [known('/people/:id/edit'), known('/journal')]
  if (!at || !other || !refusing || !journal) throw new Error('The house has changed')
  const ask = (login: string, route: Route, path: string) => {
    const by = at.askers.find(({ called }) => called.startsWith(login))
    if (!by) throw new Error(`${login} is not there`)
    return requests.ask({ at, from: at, by, route, path, input: {} })
  }
  const path = `/people/${other.tenant.id}/edit`
  expect((await ask('councillor', refusing, path)).answer.status).toBe(403)
  const { answer, wrong } = await ask('administrator', journal, '/journal')
  expect(answer.text).toContain(path)
  expect(wrong).toEqual([])
})

test('whatever people of three authorities ask, nobody is shown, told or left anything of another’s or hidden from them', async () => {
  const { house } = await ground()
  const { requests, seen } = await requestsAt(house.routes, region.towns.app)
  const sweep = new Sweep({ region, requests, seen, draw: drawnFrom(seed) })
  expect(await sweep.all(house)).toEqual([])
  expect(await ledger.read()).toEqual([])
  // None was left to chance: whatever is added to the house is asked from its first day.
  expect(sweep.leftOut(house)).toEqual({ routes: [], crossed: [], tasks: [] })
  figure('pages, lists and files that were shown to somebody', Math.round(sweep.shown * 100), '%')
  expect(sweep.shown).toBeGreaterThan(0.7)
  figure('requests, one of each at least', requests.count, 'requests')
  await runs(Math.max(inAll - requests.count, usual / 4), house.routes, requests)
  await drain(region.towns.database, region.towns.gate)
  expect(await ledger.read('all')).toEqual([])
  expect(await filesOfOthers()).toEqual([])
  const share = requests.answered.size / house.routes.length
  figure('routes that did what they were asked', Math.round(share * 100), '%')
  expect(share).toBeGreaterThan(inAll >= usual ? 0.25 : 0)
}, 14_400_000)

function drawnFrom(of: number): Draw {
  const [draw] = fc.sample(fc.gen(), { seed: of, numRuns: 1 })
  if (!draw) throw new Error('Nothing is drawn')
  return draw
}

/** Files in the folder of an authority that hold words of another. */
async function filesOfOthers(): Promise<string[]> {
  const { database } = region.towns
  const { rows } = await database.owner.query<{ name: string }>('select current_database() as name')
  const folder = join(inject('fileFolder'), rows[0]?.name ?? '')
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const wrong: string[] = []
  for (const file of found.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name)
    const owner = region.all.find((one) => path.includes(one.tenant.id))
    const text = readable(await readFile(path))
    if (owner)
      wrong.push(...marks.foreignTo(owner.tenant.id, text).map((mark) => `${path} ${mark}`))
  }
  return wrong
}

const elsewhere = () => region.all.find((one) => one.tenant.id !== tenant().id)?.tenant.id ?? ''

/** Does something as the owner of the tables, on behalf of an authority that nobody is asked about. */
async function asOwner<T extends object>(id: string, statement: string, values: unknown[] = []) {
  const client = await region.towns.database.owner.connect()
  try {
    await client.query("select set_config('app.tenant', $1, false)", [id])
    return (await client.query<T>(statement, values)).rows
  } finally {
    await client.query("select set_config('app.tenant', '', false)")
    client.release()
  }
}

test.each<[string, (pages: PageRoutes) => void, RegExp, string?]>([
  [
    'shows in its log an id that nobody typed',
    (pages) =>
      pages.get('/', openToAll, (c) => {
        const id = randomUUID()
        marks.known(id, elsewhere())
        return c.text(id)
      }),
    /shows [\da-f-]{36} of/,
    '/journal',
  ],
  [
    'reads another authority as the owner',
    (pages) =>
      pages.get('/', openToAll, async (c) =>
        c.text(JSON.stringify(await asOwner(elsewhere(), 'select title from commons.dossier'))),
      ),
    /shows zq\w+ of/,
  ],
  [
    'does not ask who may see a dossier',
    (pages) =>
      pages.get('/', openToAll, async (c) =>
        c.json(await db().selectFrom('commons.dossier').select('title').execute()),
      ),
    /which is hidden from who asks/,
  ],
  [
    'counts the rows of all',
    (pages) => {
      pages.post('/', openToAll, async (c) => {
        await asOwner(
          tenant().id,
          `insert into kernel.audit (action, actor_name, subject) values ('planted', '', '')`,
        )
        return c.text('')
      })
      pages.get('/', openToAll, async (c) => {
        const counts = []
        for (const {
          tenant: { id },
        } of region.all)
          counts.push(...(await asOwner(id, 'select count(*)::int from kernel.audit')))
        return c.json(counts)
      })
    },
    /of who does nothing has moved/,
  ],
  [
    'writes what it is told into another authority',
    (pages) =>
      pages.post('/', openToAll, async (c) => {
        await asOwner(
          elsewhere(),
          `insert into kernel.audit (action, actor_name, subject) values ('planted', '', $1)`,
          [`Mot ${marks.word(tenant().id)}`],
        )
        return c.text('')
      }),
    /kernel\.audit of .* holds zq/,
  ],
  [
    'fails',
    (pages) =>
      pages.get('/', openToAll, () => {
        throw new Error('planted')
      }),
    /was answered with 500/,
  ],
])('a route that %s is found', async (_, add, message, path = '/planted') => {
  const pages = new PageRoutes(path)
  add(pages)
  const { database, gate } = region.towns
  const { requests } = await requestsAt(pages.list, appOn(database, gate, pages.list))
  await expect(runs(inASequence, pages.list, requests)).rejects.toThrow(message)
  for (const { tenant: one } of region.all)
    await region.superuser.query(
      `delete from kernel.audit where action = 'planted' and tenant_id = $1`,
      [one.id],
    )
})
