// A whole region on one house: 387 authorities, 30 000 agents, 1 000 000 dossiers; 100 agents ask 300 times a second. Prints p50,
// p95 and p99 of inbox, list, dossier, search and write, what the server takes, and how much more it is than with a tenth of the
// data. `npm run bench:park`; with PARK=small the tenth alone, 20 agents and 60 requests a second, to try it.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { inTenant, Gate } from '#kernel/tenancy'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { stand } from './acts.ts'
import { folder, openCluster, sizes } from './cluster.ts'
import { type Ask, percentile } from './load.ts'
import { run } from './process.ts'
import { sceneOf } from './scene.ts'
import { memoryOf } from './usage.ts'

const small = process.env['PARK'] === 'small'
const measured = small ? [sizes.tenth] : [sizes.tenth, sizes.full]
const agents = small ? 20 : 100
const perSecond = small ? 60 : 300
const seconds = small ? 15 : 120
/** Spread over so many authorities, the largest among them. */
const from = 20
const port = 3911

const kinds = ['inbox', 'list', 'dossier', 'search', 'write'] as const
type Kind = (typeof kinds)[number]
/** Of a hundred requests so many are of each: people read far more than they write. */
const mix: Record<Kind, number> = { inbox: 25, list: 25, dossier: 30, search: 15, write: 5 }

/** Of one kind of request, its latencies in order. */
const loadOf = ({ latencies }: Told, kind: Kind) => ({
  seconds,
  latencies: latencies[kind].toSorted((a, b) => a - b),
})

/** Which edition of their draft each agent saw last. */
const editions = new Map<string, string | null>()

const began = performance.now()
const cluster = await openCluster(measured)
console.log(`seeded or found in ${((performance.now() - began) / 1000).toFixed(0)} s`)
const medians: Record<Kind, number>[] = []
try {
  for (const size of measured) {
    const asks = await asksOn(size)
    const server = await run('main.js', port, {
      ...{ DATABASE_URL: cluster.url(size), DATA_DIR: folder, LOG_LEVEL: 'warn' },
      ...{ DATABASE_POOL: '20', QUOTA_REQUESTS: '0' },
    })
    try {
      await drive(asks, 5)
      const told = await drive(asks, seconds)
      print(size, told, memoryOf(server.pid))
      medians.push(mapKinds((kind) => percentile(loadOf(told, kind), 0.5)))
    } finally {
      await server.stop()
    }
  }
} finally {
  await cluster.stop()
}
const [tenth, full] = medians
if (tenth && full)
  console.log(
    `ten times the data, times as long (p50): ${kinds
      .map((kind) => `${kind} ${(full[kind] / tenth[kind]).toFixed(2)}`)
      .join(', ')}`,
  )

/** What is asked: agents of so many authorities, each at what they may see. */
async function asksOn(size: (typeof measured)[number]): Promise<Record<Kind, Ask[]>> {
  const { database, close } = await stand(cluster.url(size))
  const asks: Record<Kind, Ask[]> = mapKinds(() => [])
  for (let number = 1; number <= from; number++) {
    const slug = `authority-${number}`
    const scene = await sceneOf(database, slug)
    for (const kind of ['inbox', 'list', 'search'] as const)
      asks[kind].push(...scene[kind].slice(0, Math.ceil(agents / from)))
    const authority = await new Gate(database).bySlug(slug)
    if (!authority) throw new Error(`There is no ${slug}`)
    const ids = await actAs(system, () =>
      inTenant(database, authority, () =>
        db().selectFrom('deliberations.item').select('id').limit(200).execute(),
      ),
    )
    for (const [at, { host, session }] of scene.inbox
      .slice(0, Math.ceil(agents / from))
      .entries()) {
      const id = ids[(at * 37) % ids.length]?.id
      if (id) asks.dossier.push({ host, session, path: `/deliberations/items/${id}` })
      asks.write.push({ host, session, path: '/api/drafts' })
    }
  }
  await close()
  return asks
}

function mapKinds<T>(of: (kind: Kind) => T): Record<Kind, T> {
  // Its own names.
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)])) as Record<Kind, T>
}

interface Told {
  latencies: Record<Kind, number[]>
  statuses: Map<string, number>
  asked: number
  /** Not begun in time, because all agents waited for an answer. */
  late: number
}

/** So many requests begin in each second, whether those before were answered or not, as people come; by so many agents at most. */
async function drive(asks: Record<Kind, readonly Ask[]>, lasting: number): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: agents })
  const told: Told = {
    latencies: mapKinds(() => []),
    ...{ statuses: new Map(), asked: 0, late: 0 },
  }
  const bag = kinds.flatMap((kind) => Array.from({ length: mix[kind] }, () => kind))
  const underWay = new Set<Promise<void>>()
  const start = performance.now()
  for (let count = 0; count < lasting * perSecond; count++) {
    const due = start + (count * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await delay(wait)
    if (underWay.size >= agents) {
      told.late += 1
      await Promise.race(underWay)
    }
    const kind = bag[Math.floor(Math.random() * bag.length)] ?? 'inbox'
    const ask = asks[kind][Math.floor(Math.random() * asks[kind].length)]
    if (!ask) continue
    const one = timed(kind, ask, agent, told).finally(() => underWay.delete(one))
    underWay.add(one)
    told.asked += 1
  }
  await Promise.all(underWay)
  agent.destroy()
  return told
}

/** One request; a write keeps what somebody types in a form, as their browser does by itself. */
function timed(kind: Kind, { host, path, session }: Ask, agent: Agent, told: Told): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const began = performance.now()
  const writes = kind === 'write'
  const draft = {
    ...{ form: '/deliberations/items', page: '/deliberations/items/new', title: 'Nouveau point' },
    said: { title: `Point ${randomUUID()}` },
    after: editions.get(session) ?? null,
  }
  const headers = {
    host,
    ...(writes
      ? { authorization: `Bearer ${session}`, 'content-type': 'application/json' }
      : { cookie: `session=${session}` }),
  }
  const sent = request(
    { host: '127.0.0.1', port, path, agent, headers, method: writes ? 'PUT' : 'GET' },
    (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        if (writes) text += part
      })
      answer.on('end', () => {
        told.latencies[kind].push(performance.now() - began)
        const status = `${kind} ${answer.statusCode}`
        told.statuses.set(status, (told.statuses.get(status) ?? 0) + 1)
        const [, edition] = /"edition":"([0-9a-f-]+)"/.exec(text) ?? []
        if (edition) editions.set(session, edition)
        resolve()
      })
    },
  )
  sent.on('error', reject)
  sent.end(writes ? JSON.stringify(draft) : undefined)
  return promise
}

function print(
  size: (typeof measured)[number],
  told: Told,
  memory: { now: number; most: number },
): void {
  const ms = (value: number) => `${value.toFixed(0)} ms`.padStart(8)
  const rows = kinds.map((kind) => {
    const load = loadOf(told, kind)
    const figures = [0.5, 0.95, 0.99].map((part) => ms(percentile(load, part)))
    return `${kind.padEnd(8)} ${String(load.latencies.length).padStart(6)} ${figures.join(' ')}`
  })
  console.log(
    [
      `\n${size.dossiers} dossiers, ${size.agents} agents, 387 authorities`,
      `${agents} agents, ${perSecond} requests a second for ${seconds} s: ${told.asked} asked, ${told.late} begun late`,
      'what       count      p50      p95      p99',
      ...rows,
      `server ${memory.now.toFixed(0)} MB, at most ${memory.most.toFixed(0)} MB`,
      [...told.statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
    ].join('\n'),
  )
}
