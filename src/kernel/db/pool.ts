import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './index.ts'
import { types } from './types.ts'

/** The role that serves requests: it owns nothing and row-level security binds it. */
export const applicationRole = 'beffroi_app'
/** The role that serves public pages: it can read publications and nothing else, and write nothing. */
export const publicRole = 'beffroi_public'

/** Connections for public pages: a crowd at the portal takes none of those of the agents. */
const publicConnections = 4

export interface DatabaseSettings {
  /** The owner's URL; requests run as the application's role all the same. */
  url: string
  poolSize: number
}

/**
 * The connections of one process: `pool` for requests, `publicPool` for public pages, `owner` for
 * migrations, `queue` for the job queue, which reads instants as JavaScript's own dates.
 */
export interface Database {
  readonly pool: pg.Pool
  readonly publicPool: pg.Pool
  readonly owner: pg.Pool
  readonly queue: pg.Pool
  close(): Promise<void>
}

/** Opens the pools; nothing is sent before the first query. */
export function connect({ url, poolSize }: DatabaseSettings): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    options: `-c role=${applicationRole}`,
    application_name: 'beffroi',
    types,
  })
  const publicPool = new pg.Pool({
    connectionString: url,
    max: publicConnections,
    options: `-c role=${publicRole} -c default_transaction_read_only=on`,
    application_name: 'beffroi-public',
    types,
  })
  const owner = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: 'beffroi-owner',
    types,
  })
  const queue = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: 'beffroi-queue',
  })
  const all = [pool, publicPool, owner, queue]
  for (const one of all) forgiveLostConnections(one)
  return {
    pool,
    publicPool,
    owner,
    queue,
    close: async () => {
      await Promise.all(all.map((one) => one.end()))
    },
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
  const inTurn = (...asked: Parameters<pg.PoolClient['query']>) => {
    const answer = last.then(() => client.query(...asked))
    last = answer.catch(() => {})
    return answer
  }
  // The same call, later: a promise, as Kysely takes it. It never passes a cursor.
  const query = inTurn as unknown as pg.PoolClient['query']
  const connection = { query, release: () => {} }
  return { connect: async () => connection, end: async () => {} }
}
