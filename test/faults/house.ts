import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { projectRoot } from '../../src/kernel/config/index.ts'

/** The product, with its own database, in a process that may be killed. */
export interface FaultyHouse {
  /** Asks it something as an administrator of the demonstration; null where nothing came back. */
  ask(method: string, path: string, body: unknown, key: string): Promise<{ status: number } | null>
  signal(signal: NodeJS.Signals): Promise<void>
  start(): Promise<void>
  /** The process of its PostgreSQL. */
  postmaster(): number
  /** As the owner of the database, for the authority of the demonstration. */
  query<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]>
  close(): Promise<void>
}

const host = 'beauval.localhost'

/** Starts the house on an empty folder, with the fictional authorities. */
export async function openHouse(folder: string): Promise<FaultyHouse> {
  spawnSync(process.execPath, ['bin/build.js'], { cwd: projectRoot, stdio: 'inherit' })
  const port = await freePort()
  const { DATABASE_URL: _, ...around } = process.env
  const env = {
    ...around,
    DATA_DIR: folder,
    PORT: String(port),
    DEMONSTRATION: 'true',
    LOG_LEVEL: 'error',
  }
  let child: ChildProcess
  let session = ''

  const reach = (path: string, init: RequestInit = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { ...init, signal: AbortSignal.timeout(10_000) })
  const start = async () => {
    child = spawn(process.execPath, ['dist/main.js'], { cwd: projectRoot, env, stdio: 'ignore' })
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
  const query = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const url = readFileSync(join(folder, 'postgres/url'), 'utf8')
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    try {
      await client.query(
        "select set_config('app.tenant', (select id::text from kernel.tenant where slug = 'beauval'), false)",
      )
      return (await client.query<Row>(sql)).rows
    } finally {
      await client.end()
    }
  }
  await start()
  const signedIn = await reach('/api/session', {
    method: 'POST',
    headers: { host, 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'administrator', password: 'beffroi' }),
  })
  session = String(((await signedIn.json()) as { token?: string }).token)
  return {
    ask: (method, path, body, key) =>
      reach(path, {
        method,
        body: JSON.stringify(body),
        headers: {
          ...{ host, 'content-type': 'application/json' },
          ...{ authorization: `Bearer ${session}`, 'idempotency-key': key },
        },
      }).then(
        async (answer) => {
          await answer.text()
          return { status: answer.status }
        },
        () => null,
      ),
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
