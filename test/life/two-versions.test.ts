import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { globSync, mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { projectRoot } from '#kernel/config'
import { emptyDatabase } from '#kernel/testing'
import { figure } from '#test/harness'
import { doDeeds } from '../../bin/deeds/index.ts'
import { signIn } from '../../bin/deeds/somebody.ts'
import { isLastReleaseKept, layLastRelease } from './last-release.ts'

const writers = 4
/** How many writes the last release acknowledges before anything changes, and this one at the end. */
const alone = 40

let home: string
let url: string
let port: number
/** Replaces a process, as `systemctl restart` does. */
let supervisor: Server
const running = new Map<string, ChildProcess>()
/** What the processes say that failed in them, for who reads why this test is red. */
const failures: string[] = []

beforeAll(async () => {
  if (!isLastReleaseKept) return
  home = await mkdtemp(join(tmpdir(), 'beffroi-two-versions-'))
  mkdirSync(join(home, 'last'))
  mkdirSync(join(home, 'data'))
  await layLastRelease(join(home, 'last'))
  url = await emptyDatabase(inject('templateUrl'), `two_versions_${process.pid}`)
  port = await freePort()
  supervisor = createServer((request, answer) => {
    const name = request.url?.slice(1) ?? ''
    // The database is the new one's by then, and both processes are old ones.
    const before = name === 'a' ? endorsedByTheLast() : Promise.resolve()
    void before
      .then(() => restarted(name))
      .then(
        () => answer.end(),
        (failure: unknown) => answer.writeHead(500).end(String(failure)),
      )
  }).listen(0, '127.0.0.1')
  await once(supervisor, 'listening')
}, 120_000)

afterAll(async () => {
  if (!isLastReleaseKept) return
  for (const child of running.values()) child.kill('SIGKILL')
  supervisor.close()
  await rm(home, { recursive: true, force: true })
})

const environment = () => ({
  ...process.env,
  ...{ DATABASE_URL: url, DATA_DIR: join(home, 'data'), DEMONSTRATION: 'true' },
  ...{ PORT: String(port), REUSE_PORT: 'true', LOG_LEVEL: 'error', QUOTA_REQUESTS: '0' },
})

/** Starts a process of the house of this root, and waits until it says that it is ready. */
async function start(name: string, root: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'dist/main.js')], {
    ...{ cwd: root, env: { ...environment(), LOG_LEVEL: 'info', LOG_FORMAT: 'json' } },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.set(name, child)
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      if (said.length < 10_000) said += part
      for (const line of part.split('\n')) if (line.includes('"level":"error"')) failures.push(line)
      if (part.includes('"event":"ready"')) resolve()
    })
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${said}`)))
  })
  await ready
}

async function restarted(name: string): Promise<void> {
  const child = running.get(name)
  if (!child) throw new Error(`${name} does not run`)
  child.removeAllListeners('exit')
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
  await start(name, projectRoot)
}

/** What came of each request: when it was acknowledged, or why it was not. */
interface Came {
  acknowledged: { label: string; at: number }[]
  refused: string[]
  /** Nobody answered, and the same was sent again. */
  unanswered: number
  /** Called at each that is acknowledged. */
  told?: () => void
}

/** Comes once so many more are acknowledged. */
const acknowledged = (came: Came, more: number) =>
  new Promise<void>((resolve) => {
    const wanted = came.acknowledged.length + more
    came.told = () => came.acknowledged.length >= wanted && resolve()
  })

async function signedIn(): Promise<(path: string, body: object, key: string) => Promise<Response>> {
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { host: 'beauval.localhost', 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(10_000),
    })
  const answer = await send('/api/session', { login: 'administrator', password: 'beffroi' })
  const { token } = (await answer.json()) as { token?: string } // As the API describes it.
  if (!token) throw new Error(`Nobody signs in: ${answer.status}`)
  return (path, body, key) =>
    send(path, body, { authorization: `Bearer ${token}`, 'idempotency-key': key })
}

/** The point that the last release led to the director general, once the database was the new one's. */
let endorsed = ''

/** An agent of the last release proposes a point, and its head sends it on: both in states that have no levels. */
async function endorsedByTheLast(): Promise<void> {
  const base = `http://localhost:${port}`
  const [agent, head] = [await signIn(base, 'agent'), await signIn(base, 'head')]
  const [organ] = await agent.list('/api/deliberations/organs')
  const services = await (await signIn(base, 'administrator')).list('/api/services')
  const categories = await agent.list('/api/deliberations/categories')
  const { id } = await agent.post('/api/deliberations/items', {
    ...{ title: 'Pendant la mise à jour', organ_id: organ.id, category_id: categories[0].id },
    ...{
      service_id: services.find(({ name }) => name === 'Travaux').id,
      privacy: 'public',
      poll_type: 'freehand',
    },
    ...{ motivation: 'Vu', decision: 'D’approuver' },
  })
  await agent.post(`/api/deliberations/items/${id}/steps`, { verb: 'propose' })
  await head.post(`/api/deliberations/items/${id}/steps`, { verb: 'endorse' })
  endorsed = id
}

/** Writes one after the other until told; each is sent again until it is answered. */
async function write(
  send: Awaited<ReturnType<typeof signedIn>>,
  over: AbortSignal,
  came: Came,
): Promise<void> {
  while (!over.aborted) {
    const label = randomUUID()
    const day = Temporal.PlainDate.from('2027-01-01').add({
      days: Math.floor(Math.random() * 3000),
    })
    const closing = { first_day: String(day), last_day: String(day), label }
    const key = randomUUID()
    for (let done = false; !done;) {
      const answer = await send('/api/calendar', closing, key).catch(() => null)
      const body = await answer?.text().catch(() => '')
      done = answer !== null
      if (!answer) came.unanswered += 1
      else if (answer.status === 201) {
        came.acknowledged.push({ label, at: performance.now() })
        came.told?.()
      }
      // A day that is closed already is told so by both versions.
      else if (answer.status !== 409 && answer.status !== 422) {
        came.refused.push(`${answer.status}: ${body}`)
      }
    }
  }
}

describe.skipIf(!isLastReleaseKept)('where the last release stands in the history', () => {
  test('one command brings the last release to this one while both serve one database: nothing is lost, doubled or refused', async () => {
    const last = join(home, 'last')
    await start('a', last)
    await start('b', last)
    const over = new AbortController()
    const came: Came = { acknowledged: [], refused: [], unanswered: 0 }
    const send = await signedIn()
    const writing = Array.from({ length: writers }, () => write(send, over.signal, came))
    await acknowledged(came, alone)
    const { port: at } = supervisor.address() as AddressInfo // It listens to a port.
    const restart = (name: string) =>
      `${process.execPath} -e "fetch('http://127.0.0.1:${at}/${name}').then((a) => process.exit(a.ok ? 0 : 1))"`
    const health = `http://127.0.0.1:${port}/healthz`
    const words = ['--restart', restart('a'), '--restart', restart('b'), '--health', health]
    const upgraded = await new Promise<{ code: number; said: string }>((resolve) => {
      execFile(
        join(projectRoot, 'bin/beffroi'),
        ['upgrade', ...words],
        { env: { ...environment(), DEMONSTRATION: 'false' } },
        (failure, out, errors) => resolve({ code: Number(failure?.code ?? 0), said: out + errors }),
      )
    })
    await acknowledged(came, alone)
    over.abort()
    await Promise.all(writing)
    expect(upgraded).toMatchObject({ code: 0, said: expect.stringContaining('well') })
    expect(came.refused, failures.join('\n')).toEqual([])
    const there = await closings()
    expect(came.acknowledged.filter(({ label }) => there.get(label) !== 1)).toEqual([])
    const gap = longestGap(came.acknowledged.map((one) => one.at))
    figure('acts acknowledged through an upgrade', came.acknowledged.length, 'acts')
    figure('sent again because a process had gone', came.unanswered, 'acts')
    figure('longest that nothing was acknowledged in an upgrade', Math.round(gap), 'ms')
    expect(gap).toBeLessThan(5000)
  }, 180_000)

  test('a point that the last release led to its second level meanwhile stands there, and the director general validates it', async () => {
    const director = await signIn(`http://localhost:${port}`, 'dg')
    const path = `/api/deliberations/items/${endorsed}`
    const waiting = await director.get(path)
    expect([waiting.state, waiting.level]).toEqual(['proposed', 'Direction générale'])
    expect((await director.post(`${path}/steps`, { verb: 'validate' })).state).toBe('validated')
  })

  test('what is done before a state is kept (bin/release-state) can be done in this version', async () => {
    const sample = globSync('src/modules/plonemeeting/sample/*', { cwd: projectRoot })
    const words = ['import', 'plonemeeting', '--create-missing', '--write', ...sample]
    await promisify(execFile)(join(projectRoot, 'bin/beffroi'), words, {
      ...{ cwd: projectRoot, env: environment() },
    })
    const done = doDeeds({ base: `http://localhost:${port}` })
    await expect(done, failures.join('\n')).resolves.toBeUndefined()
  }, 120_000)
})

async function closings(): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `select set_config('app.tenant', (select id::text from kernel.tenant where slug = 'beauval'), false)`,
  )
  const { rows } = await client.query<{ label: string; times: number }>(
    'select label, count(*)::int as times from commons.closing_day group by label',
  )
  await client.end()
  return new Map(rows.map(({ label, times }) => [label, times]))
}

const longestGap = (instants: readonly number[]): number =>
  instants
    .toSorted((a, b) => a - b)
    .reduce((most, at, index, all) => Math.max(most, at - (all[index - 1] ?? at)), 0)

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: found } = server.address() as AddressInfo // It listens to a port.
  server.close()
  await once(server, 'close')
  return found
}
