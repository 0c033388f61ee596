import type { Compared, Name } from './compare.ts'
import { type Load, percentile, perSecond } from './load.ts'
import type { PlanFigures } from './plan.ts'
import type { SittingFigures } from './sitting.ts'
import { figure, megabytes, ms, percent, table, times } from './table.ts'

/** Everything that one run measures; times in milliseconds, memory in MB. */
export interface Measured {
  compared: Compared
  /** Searches of the large authority on one connection. */
  searchAlone: Load
  agenda: { crowd: Load; alone: Load }
  minutes: Load
  imports: Load
  sitting: SittingFigures
  /** Ballots of 50 devices at once, until they are on all screens. */
  screens: Load
  plan: PlanFigures
  authority: Load
  memory: { server: { now: number; most: number }; database: number }
}

const rivals: Record<Name, string> = {
  product: 'Beffroi',
  minimal: 'minimal handler, same SQL',
  tenth: 'Beffroi, a tenth of the data',
}

/** What was measured, as a person reads it: first the pages, then the aims with what came of them. */
export function report(measured: Measured): string {
  return `${pagesTable(measured)}\n\n${aimsTable(measured)}`
}

function pagesTable({ compared, searchAlone, agenda, plan }: Measured): string {
  const lines = [['page, at 32 connections', 'pages/s', 'p50', 'p95', 'p99']]
  for (const [which, pages] of Object.entries(compared))
    for (const [page, loads] of Object.entries(pages))
      for (const [name, load] of Object.entries(loads))
        lines.push([`${page}, ${which} authority, ${rivals[name as Name]}`, ...speed(load)])
  lines.push(['search, large authority, one connection', ...speed(searchAlone)])
  lines.push(['agenda of 250 points', ...speed(agenda.crowd)])
  lines.push(['agenda of 250 points, one connection', ...speed(agenda.alone)])
  lines.push(['plan of 2 000 actions, 8 connections', ...speed(plan.crowd)])
  lines.push(['plan of 2 000 actions, one connection', ...speed(plan.alone)])
  lines.push(['the same, after a change', ...speed(plan.changed)])
  return table(lines)
}

const speed = (load: Load) => [
  figure(perSecond(load)),
  ...[0.5, 0.95, 0.99].map((part) => ms(percentile(load, part))),
]

interface Aim {
  what: string
  value: number
  limit: number
  /** At least the limit, or at most. */
  at: 'least' | 'most'
  shown: (value: number) => string
}

function aimsTable(measured: Measured): string {
  const lines = aims(measured).map(({ what, value, limit, at, shown }) => {
    const met = at === 'least' ? value >= limit : value <= limit
    return [what, shown(value), `at ${at} ${shown(limit)}`, met ? 'met' : 'MISSED']
  })
  const { imports, sitting, memory } = measured
  return table([
    ['figure', 'measured', 'aim', ''],
    ...lines,
    ['import of 28 points, median', ms(percentile(imports, 0.5)), '', ''],
    ['25 certified extracts issued, slowest', ms(percentile(sitting.extracts, 1)), '', ''],
    ['memory of the server, most', megabytes(memory.server.most), '', ''],
    ['memory of the database', megabytes(memory.database), '', ''],
  ])
}

function aims({
  compared,
  searchAlone,
  agenda,
  minutes,
  authority,
  memory,
  sitting,
  screens,
  plan,
}: Measured): Aim[] {
  const list: Aim[] = (['large', 'median'] as const).flatMap((which) => {
    const { product, minimal, tenth } = compared[which].list
    const share = perSecond(product) / perSecond(minimal)
    const slower = percentile(product, 0.5) / percentile(tenth, 0.5)
    return [
      most(`list, ${which} authority, against one tenth of the data`, slower, 1.3, times),
      { ...most(`list, ${which} authority, against minimal`, share, 0.6, percent), at: 'least' },
    ]
  })
  const { search: found } = compared.large
  const searchShare = p95(found.product) / p95(found.minimal)
  const search = (which: 'large' | 'median') =>
    most(`search, ${which} authority, p95`, p95(compared[which].search.product), 50, ms)
  return [
    ...list,
    ...[search('large'), search('median')],
    most('the same on one connection, large', p95(searchAlone), 50, ms),
    most('search, large authority, against minimal, p95', searchShare, 1.2, times),
    most('agenda page of 250 points, p95', p95(agenda.crowd), 200, ms),
    most('the same on one connection', p95(agenda.alone), 200, ms),
    most('minutes of 100 points as PDF, slowest', percentile(minutes, 1), 1000, ms),
    most('50 points frozen, 25 sent on, slowest', percentile(sitting.sending, 1), 2000, ms),
    most(
      'references of 250 points, agenda frozen, slowest',
      percentile(sitting.references, 1),
      300,
      ms,
    ),
    most('grid of 40 members and 25 points, p95', p95(sitting.grid), 200, ms),
    most('50 ballots cast at once on 51 screens, slowest', percentile(screens, 1), 1000, ms),
    most('tree page of 2 000 actions, one connection, p95', p95(plan.alone), 150, ms),
    most('the same at 8 connections', p95(plan.crowd), 250, ms),
    most('the same after each change, one connection, p95', p95(plan.changed), 150, ms),
    most('totals of 2 000 actions after a change, p95', p95(plan.totals), 100, ms),
    most('one more authority, slowest', percentile(authority, 1), 1000, ms),
    most('memory of the server after all this', memory.server.now, 400, megabytes),
  ]
}

const p95 = (load: Load) => percentile(load, 0.95)

const most = (what: string, value: number, limit: number, shown: Aim['shown']): Aim => ({
  ...{ what, value, limit, shown },
  at: 'most',
})
