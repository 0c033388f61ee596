// Listens to what the product sends to the database for each page, in a process of its own: the
// minimal handler repeats it, so that both always do the same there.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readConfig } from '#kernel/config'
import { type Database, connect } from '#kernel/db'
import { createApp } from '#kernel/http'
import { authenticate, failurePage, proveAnew } from '#kernel/pages'
import { Gate } from '#kernel/tenancy'
import { buildHouse } from '../src/house.ts'
import { type Ask, keyOf } from './load.ts'

/** A statement as it went over the wire; values are PostgreSQL's text. */
export interface Statement {
  text: string
  values: unknown[]
}

const { DATABASE_URL = '', ASKS = '', STATEMENTS = '' } = process.env
const asks: Ask[] = JSON.parse(readFileSync(ASKS, 'utf8'))
writeFileSync(STATEMENTS, JSON.stringify(await record(connect({ url: DATABASE_URL, poolSize: 1 }))))

/** The statements of each page, from `begin` to `commit`. */
async function record(database: Database): Promise<Record<string, Statement[]>> {
  const heard: Statement[] = []
  listen(database, heard)
  // A gate that forgets nothing asks for each authority once, before what is recorded.
  const gate = new Gate(database, 3_600_000)
  const { routes } = buildHouse(1)
  const config = readConfig({})
  const app = createApp({
    config,
    database,
    gate,
    routes,
    authenticate,
    failurePage,
    prove: proveAnew,
  })
  const recorded: Record<string, Statement[]> = {}
  for (const ask of asks) {
    await gate.byHost(ask.host)
    const headers = { host: ask.host, cookie: `session=${ask.session}` }
    // The first time of a day writes what the person is by then.
    for (let time = 0; time < 2; time += 1) {
      heard.length = 0
      const answer = await app.request(`http://${ask.host}${ask.path}`, { headers })
      if (answer.status !== 200) throw new Error(`${ask.path} answered ${answer.status}`)
    }
    recorded[keyOf(ask)] = [...heard]
  }
  await database.close()
  return recorded
}

function listen({ pool }: Database, heard: Statement[]): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client)
    const listening = (
      given: string | { text: string; values?: unknown[] },
      ...rest: unknown[]
    ) => {
      const { text, values = rest[0] } = typeof given === 'string' ? { text: given } : given
      heard.push({ text, values: Array.isArray(values) ? values.map(asText) : [] })
      return Reflect.apply(send, client, [given, ...rest])
    }
    Object.assign(client, { query: listening })
  })
}

function asText(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : prepareValue()(value)
}

/** How pg itself writes a value: an internal of it, used only to hand values on unaltered. */
function prepareValue(): (value: unknown) => unknown {
  return createRequire(import.meta.url)('pg/lib/utils').prepareValue
}
