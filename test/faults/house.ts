import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { projectRoot } from '../../src/kernel/config/index.ts'
import { openOutside, type Outside } from './outside.ts'

export interface Answered {
  status: number
  text: string
}

/** The product, with its own database, in a process that may be killed. */
export interface FaultyHouse {
  /** Where its rows and files are. */
  folder: string
  /** The servers outside that it asks. */
  outside: Outside
  /** Puts its clock ahead by so many milliseconds, or back. */
  putClock(ahead: number): Promise<void>
  /** Asks it something as an administrator of the demonstration; null where nothing came back. */
  ask(method: string, path: string, body: unknown, key: string): Promise<Answered | null>
  signal(signal: NodeJS.Signals): Promise<void>
  start(): Promise<void>
  /** The process of its PostgreSQL. */
  postmaster(): number
  /** As the owner of the database, for the authority of the demonstration. */
  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>
  close(): Promise<void>
}

const host = 'beauval.localhost'
/** In milliseconds: longer than any fault lasts. */
const patience = 30_000
const clock = join(import.meta.dirname, 'clock.ts')

/** Starts the house on an empty folder, with the fictional authorities. */
export async function openHouse(folder: string): Promise<FaultyHouse> {
  const port = await freePort()
  const outside = await openOutside()
  const { DATABASE_URL: _, ...around } = process.env
  const env = {
    ...around,
    DATA_DIR: folder,
    PORT: String(port),
    DEMONSTRATION: 'true',
    LOG_LEVEL: 'error',
    SMTP_URL: `smtp://127.0.0.1:${outside.mailPort}`,
    MAIL_FROM: 'maison@beffroi.example',
    OUTGOING_ALLOW: `127.0.0.1:${outside.identityPort}`,
    QUOTA_REQUESTS: '0',
    QUOTA_MAILS: '0',
    QUOTA_PEOPLE: '0',
  }
  const log = openSync(join(folder, 'server.log'), 'a')
  let child: ChildProcess
  let session = ''

  const reach = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, signal: AbortSignal.timeout(10_000) })
  const start = async () => {
    child = spawn(process.execPath, ['--import', clock, 'dist/main.js'], {
      ...{ cwd: projectRoot, env },
      stdio: ['ignore', 'ignore', log, 'ipc'],
    })
    for (;;) {
      if (child.exitCode !== null) throw new Error(`The house ended with ${child.exitCode}`)
      if (
        await reach('/healthz').then(
          ({ ok }) => ok,
          () => false,
        )
      )
        return
      await delay(50)
    }
  }
  /** Whoever asks while the database starts anew waits for it. */
  const connected = async (): Promise<pg.Client> => {
    for (const until = performance.now() + patience; ;) {
      const connectionString = readFileSync(join(folder, 'postgres/url'), 'utf8')
      const client = new pg.Client({ connectionString })
      client.on('error', () => {})
      try {
        await client.connect()
        return client
      } catch (failure) {
        if (performance.now() > until) throw failure
        await delay(50)
      }
    }
  }
  const query = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = await connected()
    try {
      await client.query(
        "select set_config('app.tenant', (select id::text from kernel.tenant where slug = 'beauval'), false)",
      )
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }
  const signIn = async () => {
    const signedIn = await reach('/api/session', {
      method: 'POST',
      headers: { host, 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'administrator', password: 'beffroi' }),
    })
    session = String(((await signedIn.json()) as { token?: string }).token)
  }
  await start()
  await signIn()
  return {
    folder,
    outside,
    putClock: async (ahead) => {
      const put = once(child, 'message')
      child.send({ ahead })
      await put
    },
    ask: async (method, path, body, key) => {
      const answer = await reach(path, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          ...{ host, 'content-type': 'application/json' },
          ...{ authorization: `Bearer ${session}`, 'idempotency-key': key },
        },
      }).catch(() => null)
      if (!answer) return null
      const text = await answer.text().catch(() => null)
      // Whose session is over signs in and sends it again.
      if (answer.status === 401) await signIn().catch(() => {})
      return text === null || answer.status === 401 ? null : { status: answer.status, text }
    },
    signal: async (signal) => {
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
    start,
    postmaster: () =>
      Number.parseInt(
        readFileSync(join(folder, 'postgres/cluster/data/postmaster.pid'), 'utf8'),
        10,
      ),
    query,
    close: async () => {
      outside.close()
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
