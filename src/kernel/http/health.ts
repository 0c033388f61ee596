import type { Context } from 'hono'
import type { Config } from '#kernel/config'
import type { Database } from '#kernel/db'
import { areFilesReached, freeRoom } from '#kernel/files'
import type { WorkerState } from '#kernel/jobs'

/** What a process says of itself at `/healthz`. */
export interface Health {
  /** `degraded`: it answers people, and something that they count on does not go on. */
  status: 'ok' | 'degraded' | 'down'
  database: 'ok' | 'down'
  /** Of the worker of this process; null where jobs are not its business. */
  jobs: WorkerState | null
  /** `low`: soon nothing can be kept any more. */
  disk: 'ok' | 'low'
  /** `away`: what is not a file is answered all the same. */
  files: 'ok' | 'away'
}

interface Asked {
  config: Pick<Config, 'dataFolder' | 'freeDisk'>
  database: Database
  jobs?: () => WorkerState
}

/** Answers whether the process does all that it should; 503 where it can answer nobody. */
export async function answerHealth(
  c: Context,
  { config, database, jobs }: Asked,
): Promise<Response> {
  const [answers, free, files] = await Promise.all([
    asked(database),
    freeRoom(config.dataFolder),
    areFilesReached(),
  ])
  const working = jobs?.() ?? null
  const works = working === null || working === 'running'
  const room = free >= config.freeDisk
  const health: Health = {
    status: !answers ? 'down' : works && room && files ? 'ok' : 'degraded',
    database: answers ? 'ok' : 'down',
    jobs: working,
    disk: room ? 'ok' : 'low',
    files: files ? 'ok' : 'away',
  }
  return c.json(health, answers ? 200 : 503)
}

const asking = new WeakMap<Database, Promise<boolean>>()

/** Whether the database answers, on a connection that no request takes; many who ask at once are told one answer. */
function asked(database: Database): Promise<boolean> {
  const known = asking.get(database)
  if (known) return known
  const answer = database.front
    .query('select 1')
    .then(
      () => true,
      () => false,
    )
    .finally(() => asking.delete(database))
  asking.set(database, answer)
  return answer
}
