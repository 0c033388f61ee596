import type { Database } from '#kernel/db'

/** The first half of the keys of the advisory locks by which a worker says that it lives; arbitrary but fixed. */
const livingLocks = 7_310_027

/** What a worker holds while it lives: who dies lets go of it, for it hangs on a connection. */
export interface Lease {
  /** Says that the worker of this id, by which the queue locks jobs, lives. */
  hold(workerId: string): Promise<void>
  /** Settles once the connection is lost, and with it all that was held. */
  readonly lost: Promise<void>
  release(): void
}

/** Opens a lease on a connection of its own. */
export async function openLease({ queue }: Database): Promise<Lease> {
  const client = await queue.connect()
  const { promise: lost, resolve } = Promise.withResolvers<void>()
  client.once('error', resolve)
  client.once('end', resolve)
  // Workers start at once; a connection answers one query at a time.
  let last: Promise<unknown> = Promise.resolve()
  // Shared: two ids of one hash do not wait for one another.
  const lock = (workerId: string) =>
    client.query('select pg_advisory_lock_shared($1, hashtext($2))', [livingLocks, workerId])
  return {
    lost,
    hold: async (workerId) => {
      const held = last.then(() => lock(workerId))
      last = held.catch(() => {})
      await held
    },
    release: () => {
      client.release(true)
    },
  }
}

const dead = (locked: string) => `${locked} is not null and not exists (
  select from pg_locks l
  where l.locktype = 'advisory' and l.granted and l.objsubid = 2
    and l.database = (select oid from pg_database where datname = current_database())
    and l.classid = ${livingLocks} and l.objid::bigint = hashtext(${locked})::bigint & 4294967295)`

/**
 * Frees what workers that are gone had locked: others take it at once. A job knows by its payload (`lost`) how often
 * nobody heard the end of it. Returns how many jobs were.
 */
export async function reclaim({ queue }: Database): Promise<number> {
  const { rows } = await queue.query<{ worker: string; jobs: number }>(
    `select locked_by as worker, count(*)::int as jobs from graphile_worker._private_jobs
     where ${dead('locked_by')} group by locked_by`,
  )
  if (rows.length === 0) return 0
  // In one statement: of two processes that see the same dead, one counts.
  await queue.query(
    `with lost as (
       update graphile_worker._private_jobs
       set payload = (payload::jsonb || jsonb_build_object('lost', coalesce((payload ->> 'lost')::int, 0) + 1))::json,
         locked_at = null, locked_by = null
       where locked_by = any($1::text[]))
     update graphile_worker._private_job_queues set locked_at = null, locked_by = null
     where locked_by = any($1::text[])`,
    [rows.map(({ worker }) => worker)],
  )
  return rows.reduce((sum, { jobs }) => sum + jobs, 0)
}
