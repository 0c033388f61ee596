import { AsyncLocalStorage } from 'node:async_hooks'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { Conflict, NotFound } from '#kernel/errors'
import type { Database } from './pool.ts'
import { applicationRole } from './logins.ts'
import { builderOn } from './pool.ts'
import type { Tables } from './index.ts'

/** The id of an authority (tenant). */
export type TenantId = string & { readonly tenant: unique symbol }

interface Scope {
  /** Null: it is for no authority. */
  readonly tenantId: TenantId | null
  readonly builder: Kysely<Tables>
  /** Statements that go with the commit. */
  readonly last: string[]
  /** What is done once all of it is written. */
  readonly after: (() => void)[]
  /** Begins another one beside it, for the same authority or for none, on the same pool. */
  readonly beside: Beside
}

type Beside = <T>(tenantId: TenantId | null, work: () => Promise<T>) => Promise<T>

const current = new AsyncLocalStorage<Scope>()

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Runs `work` in one transaction for one authority; row-level security shows its rows and no
 * others. Commits when `work` returns, rolls back when it throws. A request or a job is one
 * transaction, so one inside another is a fault. On `publicPool` it sees publications only.
 */
export async function transaction<T>(
  database: Database,
  tenantId: TenantId,
  work: () => Promise<T>,
  pool: pg.Pool = database.pool,
): Promise<T> {
  const begin = async (client: pg.PoolClient) => {
    // Sent at once: the pool of public pages waits for both answers together.
    await Promise.all([client.query('begin'), enter(client, tenantId)])
    return tenantId
  }
  const turn = database.shareOf(pool)
  const beside: Beside = (id, other) =>
    current.exit(() => transaction(database, ofAuthority(id), other, pool))
  const all = () => bounded(pool, begin, work, beside)
  return turn ? turn.within(tenantId, all) : all()
}

/**
 * The same for no authority: row-level security shows what is open to everybody of all authorities, and that to the role of
 * public pages alone.
 */
export async function ofNobody<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const { publicPool } = database
  const begin = async (client: pg.PoolClient) => {
    await Promise.all([client.query('begin'), client.query(entering, [''])])
    return null
  }
  const beside: Beside = (id, other) =>
    current.exit(() =>
      id === null ? ofNobody(database, other) : transaction(database, id, other, publicPool),
    )
  const all = () => bounded(publicPool, begin, work, beside)
  const turn = database.shareOf(publicPool)
  return turn ? turn.within('', all) : all()
}

/**
 * One transaction that makes an authority and fills it: `found` writes it as the owner and says its
 * id; `work` goes on as the application's role, for that authority and no other. All, or nothing.
 */
export async function foundingTransaction<T>(
  database: Database,
  found: (client: pg.PoolClient) => Promise<TenantId>,
  work: (tenantId: TenantId) => Promise<T>,
): Promise<T> {
  const begin = async (client: pg.PoolClient) => {
    await client.query('begin')
    const tenantId = await found(client)
    await client.query(`set local role ${applicationRole}`)
    await enter(client, tenantId)
    return tenantId
  }
  const beside: Beside = (id, other) =>
    current.exit(() => transaction(database, ofAuthority(id), other))
  return bounded(database.owner, begin, work, beside)
}

/** What a count of use refuses at the commit, or a full queue before it, in a sentence for whoever acts. */
function quotaOf(error: unknown): Conflict | undefined {
  if (!(error instanceof pg.DatabaseError) || error.code !== 'BQ001') return undefined
  return new Conflict('errors.quota', { what: error.detail ?? '' })
}

/** An address is made of what stands in it: what is no id there is the id of nothing. */
function unknownOf(error: unknown): NotFound | undefined {
  const isNoId = error instanceof pg.DatabaseError && error.code === '22P02'
  return isNoId && error.message.includes('type uuid') ? new NotFound() : undefined
}

/**
 * Goes on for another authority in the open transaction, and comes back: for who opens one, or reads of all what is public. What is
 * written there and here is written together, or not at all.
 */
export async function elsewhere<T>(tenantId: TenantId, work: () => Promise<T>): Promise<T> {
  const here = scope()
  const go = async (id: TenantId | '') => {
    // What waits for the commit (the chain of audit, counts of use) is done for whom it was written.
    await sql`set constraints all immediate`.execute(here.builder)
    await sql`set constraints all deferred`.execute(here.builder)
    await sql`select set_config('app.tenant', ${id}, true)`.execute(here.builder)
  }
  await go(tenantId)
  const result = await current.run({ ...here, tenantId }, work)
  // Where it failed, the whole transaction is undone: there is nothing to come back to.
  await go(here.tenantId ?? '')
  return result
}

/**
 * Says for which authority the transaction is. Its id is what opens its rows, and no other session may see it: not even
 * in the text of the last statement, which PostgreSQL shows to those who log in as the same role.
 */
async function enter(client: pg.PoolClient, tenantId: TenantId): Promise<void> {
  if (!uuid.test(tenantId)) throw new Error('A tenant id is a UUID')
  await client.query(entering, [tenantId])
}

const entering = {
  name: 'enter',
  text: "select set_config('app.tenant', $1, true)",
}

async function bounded<T, W extends TenantId | null>(
  pool: pg.Pool,
  begin: (client: pg.PoolClient) => Promise<W>,
  work: (tenantId: W) => Promise<T>,
  beside: Beside,
): Promise<T> {
  if (current.getStore()) throw new Error('A transaction is open already')
  const client = await pool.connect()
  const after: (() => void)[] = []
  const last: string[] = []
  let broken: Error | undefined
  try {
    const tenantId = await begin(client)
    const result = await current.run(
      { tenantId, builder: builderOn(client), last, after, beside },
      () => work(tenantId),
    )
    await client.query([...last, 'commit'].join('; '))
    for (const one of after) one()
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw quotaOf(error) ?? unknownOf(error) ?? error
  } finally {
    client.release(broken)
  }
}

/** The query builder of the open transaction. */
export function db(): Kysely<Tables> {
  return scope().builder
}

/** From here on the open transaction reads: PostgreSQL refuses what it would write. */
export async function onlyRead(): Promise<void> {
  await sql`set transaction read only`.execute(db())
}

/** The authority of the open transaction. */
export function currentTenantId(): TenantId {
  return ofAuthority(scope().tenantId)
}

function ofAuthority(id: TenantId | null): TenantId {
  if (id === null) throw new Error('The transaction is of no authority')
  return id
}

/** Does something in this process once the open transaction is committed; not where it is undone. */
export function afterCommit(work: () => void): void {
  scope().after.push(work)
}

/** Lets those who listen on a channel know, as the open transaction commits; not where it is undone. It goes with the commit. */
export function notifyAtCommit(channel: string, words: readonly string[]): void {
  const { last } = scope()
  for (const one of words) {
    const statement = `select pg_notify(${pg.escapeLiteral(channel)}, ${pg.escapeLiteral(one)})`
    if (!last.includes(statement)) last.push(statement)
  }
}

/**
 * Writes something at once, in a transaction beside the open one, whatever becomes of that: how far it has come. It takes
 * a second connection, and meets what the open one has locked.
 */
export function apart<T>(work: () => Promise<T>): Promise<T> {
  const { tenantId, beside } = scope()
  return beside(tenantId, work)
}

function scope(): Scope {
  const open = current.getStore()
  if (!open) throw new Error('No transaction is open')
  return open
}

/**
 * Something of the open transaction alone, made when it is first asked for. What `db()` gives is of the connection, which
 * serves many: nothing is kept by it.
 */
export function ofTransaction<V>(make: () => V): () => V {
  const made = new WeakMap<Scope, { value: V }>()
  return () => {
    const open = scope()
    const known = made.get(open) ?? { value: make() }
    made.set(open, known)
    return known.value
  }
}

/**
 * Loads something once a transaction, where a page asks for it in many places. Who changes it calls `forget`,
 * so that it is loaded anew.
 */
export function loadedOnce<V>(load: () => Promise<V>): {
  get: () => Promise<V>
  forget: () => void
} {
  const place = ofTransaction((): { loaded?: Promise<V> | undefined } => ({}))
  return {
    get: () => (place().loaded ??= load()),
    forget: () => void (place().loaded = undefined),
  }
}
