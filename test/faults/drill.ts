// Three nodes on loopback: a primary, its synchronous standby, a witness. The primary is killed while ten write: how long
// nobody could, and whether anything that was acknowledged is lost or doubled. `npm run drill`
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { clear, PostgresNode } from './node.ts'
import { keepPrimary, takeOver, Witness } from './quorum.ts'

/** What was claimed: writing goes on within so many seconds. */
const most = 20
const writers = 10
const seconds = 5

const home = mkdtempSync(join(tmpdir(), 'beffroi-drill-'))
chmodSync(home, 0o755)
const primary = await PostgresNode.of('primary', await freePort(), home)
const standby = await PostgresNode.of('standby', await freePort(), home)
const witness = new Witness()
const over = new AbortController()
const acknowledged = new Set<string>()
/** When the last was acknowledged by the primary, and the first by who took over. */
let lastBefore = 0
let firstAfter = 0

try {
  primary.create()
  await primary.start()
  await primary.asks('create table written (id uuid primary key, times int not null default 1)')
  await standby.follow(primary)
  await standby.start()
  await primary.asks("alter system set synchronous_standby_names = 'standby'")
  await primary.asks('select pg_reload_conf()')
  await until(async () => {
    const rows = await primary.asks<{ sync_state: string }>(
      'select sync_state from pg_stat_replication',
    )
    return rows?.[0]?.sync_state === 'sync'
  })
  void keepPrimary(primary, witness, over.signal)
  const watching = takeOver(standby, primary, witness)
  const writing = Array.from({ length: writers }, write)
  await delay(seconds * 1000)
  const before = acknowledged.size
  const killedAt = performance.now()
  await primary.kill()
  await watching
  const promoted = performance.now()
  await until(() => Promise.resolve(firstAfter > 0))
  await delay(seconds * 1000)
  over.abort()
  await Promise.all(writing)

  const rows =
    (await standby.asks<{ id: string; times: number }>('select id, times from written')) ?? []
  const there = new Set(rows.map(({ id }) => id))
  const lost = [...acknowledged].filter((id) => !there.has(id)).length
  const doubled = rows.filter(({ times }) => times > 1).length
  const away = (firstAfter - lastBefore) / 1000
  console.log(
    [
      `acknowledged before the primary was killed   ${before}`,
      `acknowledged in all                          ${acknowledged.size}`,
      `taken over after                             ${((promoted - killedAt) / 1000).toFixed(1)} s`,
      `nobody could write for                       ${away.toFixed(1)} s (at most ${most})`,
      `acknowledged and lost                        ${lost}`,
      `written twice                                ${doubled}`,
    ].join('\n'),
  )
  process.exitCode = lost === 0 && doubled === 0 && away <= most && before > 0 ? 0 : 1
} finally {
  over.abort()
  await primary.stop()
  await standby.stop()
  clear(home)
}

/** Writes one after the other, each until it is acknowledged, wherever that may be; never two of one. */
async function write(): Promise<void> {
  let to: Connected | undefined
  while (!over.signal.aborted) {
    const id = randomUUID()
    for (let done = false; !done && !over.signal.aborted;) {
      try {
        to ??= await connected()
        await to.client.query('insert into written (id) values ($1) on conflict do nothing', [id])
        done = true
      } catch {
        void to?.client.end().catch(() => {})
        to = undefined
        await delay(50)
      }
    }
    if (over.signal.aborted) break
    acknowledged.add(id)
    if (to?.node === primary) lastBefore = performance.now()
    else if (firstAfter === 0) firstAfter = performance.now()
  }
  await to?.client.end().catch(() => {})
}

interface Connected {
  client: pg.Client
  node: PostgresNode
}

/** Whoever may be written to, as `target_session_attrs=read-write` finds it. */
async function connected(): Promise<Connected> {
  for (const node of [primary, standby]) {
    const client = new pg.Client({
      connectionString: node.url,
      ...{ connectionTimeoutMillis: 1000, query_timeout: 5000 },
    })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ reads: boolean }>('select pg_is_in_recovery() as reads')
      if (rows[0]?.reads === false) return { client, node }
    } catch {
      // The next may answer.
    }
    void client.end().catch(() => {})
  }
  throw new Error('Nobody may be written to')
}

async function until(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await delay(100)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}
