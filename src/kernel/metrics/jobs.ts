import type { Database } from '#kernel/db'
import type { Metric } from './text.ts'

interface Figures {
  waiting: number
  begun: number
  put_off: number
  oldest: number
  failed: number
}

/** What waits in the background, over all authorities; nothing where the database does not answer. */
export async function jobFigures({ queue }: Database): Promise<Metric[]> {
  const asked = queue.query<Figures>(
    `select count(*) filter (where locked_at is null and attempts = 0)::int as waiting,
       count(*) filter (where locked_at is not null)::int as begun,
       count(*) filter (where locked_at is null and attempts > 0)::int as put_off,
       coalesce(extract(epoch from now() - min(created_at) filter (where run_at <= now())), 0)::float8 as oldest,
       kernel.failed_jobs_of_all() as failed
     from graphile_worker._private_jobs`,
  )
  const figures = await asked.then(
    ({ rows }) => rows[0],
    () => undefined,
  )
  if (!figures) return []
  const { waiting, begun, put_off, oldest, failed } = figures
  return [
    {
      name: 'beffroi_jobs',
      help: 'Jobs that wait, are being done, are put off after a failure, or are given up.',
      type: 'gauge',
      samples: Object.entries({ waiting, begun, put_off, failed }).map(
        ([state, count]) => ['', { state }, count] as const,
      ),
    },
    {
      name: 'beffroi_jobs_oldest_seconds',
      help: 'Since when the oldest job that could be done is there.',
      type: 'gauge',
      samples: [['', {}, oldest]],
    },
  ]
}
