import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './index.ts'
import { type TimeLimits, usualLimits } from './limits.ts'
import { Shares } from './shares.ts'
import { applicationRole, gateRole, publicRole, urlAs } from './logins.ts'
import { isOutdated, prepared, renamed } from './prepared.ts'
import { types } from './types.ts'

/** Connections for public pages: a crowd at the portal takes none of those of the agents. */
const publicConnections = 4
/** Connections for what comes before any page: which authority is asked, and whether the process is well. */
const frontConnections = 2
/** Connections for jobs: they take none of those of the people. */
const jobConnections = 5

export interface DatabaseSettings {
  /** The owner's URL; requests log in as the application's role. */
  url: string
  poolSize: number
  limits?: TimeLimits
}

/**
 * The connections of one process: `pool` for requests, `publicPool` for public pages, `front` for the gate and
 * the question of health, `jobs` for jobs, `owner` for migrations, `queue` for the job queue, which reads
 * instants as JavaScript's own dates.
 */
export interface Database {
  readonly pool: pg.Pool
  readonly publicPool: pg.Pool
  readonly front: pg.Pool
  readonly jobs: pg.Pool
  readonly owner: pg.Pool
  readonly queue: pg.Pool
  /** The turns of authorities at a pool that people wait for. */
  shareOf(pool: pg.Pool): Shares | undefined
  /** One more connection, of nobody's pool, for who listens; it is not open yet. */
  listener(): pg.Client
  isClosed(): boolean
  close(): Promise<void>
}

/** Opens the pools; nothing is sent before the first query. */
export function connect({ url, poolSize, limits = usualLimits }: DatabaseSettings): Database {
  const { connection, statement, job } = limits
  const forPeople = (max: number, role: string, options = '') =>
    new pg.Pool({
      ...bounded(url, max, { ...limits, role, options }),
      application_name: role === publicRole ? 'beffroi-public' : 'beffroi',
      // What is asked does not wait for the answer to what was asked before it.
      pipeline: role === publicRole,
    })
  const pool = forPeople(poolSize, applicationRole)
  const publicPool = forPeople(publicConnections, publicRole, '-c default_transaction_read_only=on')
  const front = new pg.Pool({
    ...bounded(url, frontConnections, {
      ...limits,
      role: gateRole,
      statement: Math.min(statement, frontSeconds),
      connection: Math.min(connection, frontSeconds),
    }),
    application_name: 'beffroi-front',
  })
  const jobs = new pg.Pool({
    ...bounded(url, jobConnections, { ...limits, role: applicationRole, statement: job }),
    application_name: 'beffroi-jobs',
  })
  const owner = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: 'beffroi-owner',
    types,
  })
  const queue = new pg.Pool({
    connectionString: url,
    // Four jobs, one that listens, one by which the worker says that it lives, one for what comes between.
    max: 7,
    application_name: 'beffroi-queue',
  })
  const all = [pool, publicPool, front, jobs, owner, queue]
  for (const one of all) forgiveLostConnections(one)
  const shares = new Map([
    [pool, sharesOf(poolSize, connection)],
    [publicPool, sharesOf(publicConnections, connection)],
  ])
  const listeners = new Set<pg.Client>()
  let closed = false
  return {
    ...{ pool, publicPool, front, jobs, owner, queue },
    shareOf: (one) => shares.get(one),
    listener: () => {
      const client = new pg.Client({
        ...bounded(url, 1, { ...limits, role: applicationRole }),
        application_name: 'beffroi-signals',
      })
      listeners.add(client)
      client.once('end', () => listeners.delete(client))
      return client
    },
    isClosed: () => closed,
    close: async () => {
      closed = true
      await Promise.all([...all, ...listeners].map((one) => one.end()))
    },
  }
}

/** The front answers soon or not at all. */
const frontSeconds = 2

/**
 * One authority has a quarter of the connections at once, or two, so that its work leaves room between, for the database and
 * for the one thread that makes pages. A crowd of one authority rather waits than comes again.
 */
function sharesOf(connections: number, seconds: number): Shares {
  return new Shares({
    all: connections,
    one: Math.max(2, Math.ceil(connections / 4)),
    waiting: 500,
    seconds: seconds * 3,
  })
}

interface Bound extends Omit<TimeLimits, 'job'> {
  role: string
  options?: string
}

/** Settings of a pool of which nothing waits without end, for PostgreSQL and for ourselves. */
function bounded(url: string, max: number, bound: Bound): pg.PoolConfig {
  const { role, statement, lock, idle, connection, options = '' } = bound
  const ms = (seconds: number) => Math.round(seconds * 1000)
  const limits = `-c statement_timeout=${ms(statement)} -c lock_timeout=${ms(lock)} -c idle_in_transaction_session_timeout=${ms(idle)}`
  return {
    connectionString: urlAs(role, url) ?? url,
    max,
    types,
    // The role once more, for where the owner logs in without a password and steps back to it.
    options: `-c role=${role} ${limits} ${options}`.trim(),
    connectionTimeoutMillis: ms(connection),
    // A server that is gone without a word says nothing of its own limit.
    query_timeout: ms(statement + 5),
    keepAlive: true,
  }
}

/** A connection that breaks is replaced at the next query; the query tells what is wrong. */
function forgiveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
}

const builders = new WeakMap<pg.PoolClient, Kysely<Tables>>()

/** The query builder bound to one connection, made once for each connection of the pool. */
export function builderOn(client: pg.PoolClient): Kysely<Tables> {
  let builder = builders.get(client)
  if (!builder) {
    builder = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOfOne(client) }) })
    builders.set(client, builder)
  }
  return builder
}

function poolOfOne(client: pg.PoolClient) {
  // Parts of a page may ask at once; a connection answers one query at a time.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (text: string, values?: unknown[]) => {
    const answer = last.then(() => client.query(prepared(text, values)))
    last = answer.catch((failure: unknown) => {
      if (isOutdated(failure)) renamed()
    })
    return answer
  }
  // The same call, later: a promise, as Kysely takes it. It never passes a cursor.
  const query = inTurn as unknown as pg.PoolClient['query']
  const connection = { query, release: () => {} }
  return { connect: async () => connection, end: async () => {} }
}
