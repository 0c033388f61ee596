import type { Database } from '#kernel/db'
import type { Metric } from '#kernel/metrics'

/** How many texts are published, planned, late, and how many stamps are awaited, of each authority. */
export async function regulationFigures({ queue }: Database): Promise<Metric[]> {
  const { rows } = await queue.query<{ authority: string; what: string; count: number }>(
    'select authority, what, count from regulations.figures()',
  )
  return [
    {
      name: 'beffroi_regulations',
      help: 'Texts that are published, planned, planned and late by an hour, expired and still shown; stamps that are awaited.',
      type: 'gauge',
      samples: rows.map(({ authority, what, count }) => ['', { authority, what }, count] as const),
    },
  ]
}
