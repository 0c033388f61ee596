import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { figure } from '#test/harness'
import { townsFor } from '../harness/towns.ts'
import { type Server, started as startedWith } from './server.ts'

let folder: string
let url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beffroi-ending-'))
  url = await townsFor(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The server on the database of this test. */
const started = <T>(work: (server: Server) => Promise<T>, settings: Record<string, string> = {}) =>
  startedWith(work, { DATABASE_URL: url, DATA_DIR: folder, ...settings })

/** One request; its status, and whether the server keeps the connection. */
const ask = (port: number, path: string, agent: Agent) =>
  new Promise<{ status: number; kept: boolean }>((resolve, reject) => {
    const host = 'beauval.localhost'
    const sent = request({ port, path, agent, headers: { host } }, (answer) => {
      answer.resume()
      answer.once('error', reject)
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, kept: answer.headers.connection !== 'close' }),
      )
    })
    sent.once('error', reject)
    sent.end()
  })

test('asked to end under load, it answers everybody who was let in, and ends (R13)', async () => {
  await started(async ({ port, ends }) => {
    const statuses = new Map<number, number>()
    const lost: string[] = []
    let ended = false
    const asked: string[] = []
    const visitor = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      for (let told = false; !told;) {
        asked.push('/sign-in')
        const answer = await ask(port, '/sign-in', agent).catch(
          (failure: NodeJS.ErrnoException) => failure,
        )
        if (answer instanceof Error) {
          // Nobody is let in any more: that is how a balancer knows where not to go.
          if (answer.code !== 'ECONNREFUSED') lost.push(String(answer))
          break
        }
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        if (ended && !answer.kept) told = true
      }
      agent.destroy()
    }
    const visitors = Array.from({ length: 40 }, visitor)
    while (asked.length < 400) await ask(port, '/sign-in', new Agent())
    ended = true
    const code = ends('SIGTERM')
    await Promise.all(visitors)
    expect([await code, lost, [...statuses.keys()]]).toEqual([0, [], [200]])
  })
})

/** Holds what the page of signing in reads, until it is let go. */
async function stuck<T>(work: (letGo: () => Promise<void>) => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  await holder.query('begin; lock table kernel.session in access exclusive mode')
  let held = true
  const letGo = async () => {
    if (held) await holder.end()
    held = false
  }
  return work(letGo).finally(letGo)
}

const inbox = (port: number) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let said = ''
    socket.on('data', (bytes) => (said += bytes.toString()))
    socket.once('error', reject)
    socket.once('close', () => resolve(said))
    socket.write('GET /inbox HTTP/1.1\r\nhost: beauval.localhost\r\ncookie: session=a\r\n\r\n')
  })

/** Waits until PostgreSQL says that a request waits for the lock. */
async function waiting(): Promise<void> {
  const looker = new pg.Client({ connectionString: url })
  await looker.connect()
  for (let found = 0; found === 0;) {
    const { rows } = await looker.query<{ n: number }>(
      `select count(*)::int as n from pg_locks
       where relation = 'kernel.session'::regclass and not granted`,
    )
    found = rows[0]?.n ?? 0
  }
  await looker.end()
}

/** Waits until the server lets nobody in any more: it has heard that it is to end. */
async function closed(port: number): Promise<void> {
  for (let open = true; open;) {
    const socket = connect(port, '127.0.0.1')
    open = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    socket.destroy()
  }
}

test('what is under way when it is asked to end is done to its end (R13)', async () => {
  await started(async ({ port, ends }) => {
    await stuck(async (letGo) => {
      const answer = inbox(port)
      await waiting()
      const code = ends('SIGTERM')
      await closed(port)
      await letGo()
      expect(await answer).toMatch(/^HTTP\/1\.1 303 /)
      expect(await answer).toMatch(/^connection: close\r$/im)
      expect(await code).toBe(0)
    })
  })
})

test('it does not wait longer than its operator allows, nor at all when asked twice (R2, R13)', async () => {
  const settings = { LOCK_SECONDS: '60', STATEMENT_SECONDS: '60', SHUTDOWN_SECONDS: '0.5' }
  await started(
    ({ port, ends }) =>
      stuck(async () => {
        inbox(port).catch(() => {})
        await waiting()
        expect(await ends('SIGTERM')).toBe(1)
      }),
    settings,
  )
  await started(
    ({ port, ends, signal }) =>
      stuck(async () => {
        inbox(port).catch(() => {})
        await waiting()
        signal('SIGTERM')
        while (
          await ask(port, '/healthz', new Agent()).then(
            () => true,
            () => false,
          )
        );
        expect(await ends('SIGTERM')).toBe(1)
      }),
    { ...settings, SHUTDOWN_SECONDS: '600' },
  )
})

test('the first page, with all that it brings, is at most 80 kB as it is sent (I5)', async () => {
  await started(async ({ port }) => {
    const sent = (path: string) =>
      new Promise<{ bytes: number; text: string }>((resolve, reject) => {
        const headers = { host: 'beauval.localhost', 'accept-encoding': 'br' }
        const asked = request({ port, path, headers }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('end', () => {
            const bytes = Buffer.concat(chunks)
            const encoded = answer.headers['content-encoding'] === 'br'
            const text = (encoded ? brotliDecompressSync(bytes) : bytes).toString()
            resolve({ bytes: bytes.length, text })
          })
        })
        asked.once('error', reject)
        asked.end()
      })
    const page = await sent('/sign-in')
    const brings = [...page.text.matchAll(/(?:href|src)="(\/(?:assets\/|theme)[^"]*)"/g)]
    const paths = [...new Set(brings.map(([, path = '']) => path.replaceAll('&amp;', '&')))]
    expect(paths.length).toBeGreaterThanOrEqual(4)
    let bytes = page.bytes
    // A script brings what it imports at once; what it asks for later (`import()`) comes with the page that needs it.
    for (const path of paths) {
      const file = await sent(path)
      bytes += file.bytes
      const imports = file.text.matchAll(/(?:\bimport|\bfrom) ?"\.(\/[^"]+\.js)"/g)
      for (const [, name = ''] of path.includes('.js') ? imports : [])
        if (!paths.includes(`/assets${name}`)) paths.push(`/assets${name}`)
    }
    figure('first page, compressed', bytes / 1000, 'kB')
    expect(bytes).toBeLessThanOrEqual(80_000)
  })
})
