// Prints what the server computes for a page, against the minimal handler that asks the database the same:
// `npm run bench -- cpu`. It holds on a machine that does other things too, where times do not.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stand } from './acts.ts'
import { folder, openCluster, postmaster, sizes } from './cluster.ts'
import { authorities } from './compare.ts'
import {
  type Ask,
  cpuOf,
  databaseOf,
  type Load,
  load,
  percentile,
  perSecond,
  together,
  warmUp,
} from './load.ts'
import { planToOpen } from './plan.ts'
import { run, runOnce, type Running } from './process.ts'
import { meetingOf, sceneOf, signedIn } from './scene.ts'
import { figure, megabytes, ms, percent, table, times } from './table.ts'
import { cpuOfProcess, cpuOfTree, memoryOf } from './usage.ts'

const rounds = 4
const seconds = 2
const files = { ASKS: join(folder, 'asks.json'), STATEMENTS: join(folder, 'statements.json') }

const cluster = await openCluster([sizes.full])
try {
  const standing = await stand(cluster.url(sizes.full))
  const scene = await sceneOf(standing.database, authorities.large)
  const secretary = await signedIn(standing.database, authorities.large, 'secretariat')
  const meeting = await meetingOf(standing.database, authorities.large, 250)
  const asks: Record<string, { of: Ask[]; connections: number }> = {
    list: { of: scene.list, connections: 32 },
    inbox: { of: scene.inbox, connections: 32 },
    search: { of: scene.search, connections: 32 },
    'agenda of 250 points': {
      of: [{ ...secretary, path: `/deliberations/meetings/${meeting}` }],
      connections: 32,
    },
    'plan of 2 000 actions': { of: [await planToOpen(standing)], connections: 8 },
  }
  const environment = {
    ...{ DATABASE_URL: cluster.url(sizes.full), DATA_DIR: folder, ...files },
    QUOTA_REQUESTS: '0',
  }
  writeFileSync(files.ASKS, JSON.stringify(Object.values(asks).flatMap(({ of }) => of)))
  runOnce('bench/record.js', environment)
  const product = await run('main.js', 3901, { ...environment, DEMONSTRATION: 'false' })
  const minimal = await run('bench/minimal.js', 3902, environment)
  const lines = [
    [
      'page',
      'CPU',
      'minimal',
      'ratio',
      'database',
      'minimal',
      'pages/s',
      'of minimal',
      'p50',
      'p95',
      'p95 of minimal',
    ],
  ]
  for (const [name, { of, connections }] of Object.entries(asks).filter(wanted)) {
    const [ours, least] = await inTurn([product, minimal], of, connections)
    if (!ours || !least) continue
    const p95 = [ours, least].map((one) => percentile(one, 0.95)) as [number, number]
    lines.push([
      ...[name, ms(cpuOf(ours)), ms(cpuOf(least)), times(cpuOf(ours) / cpuOf(least))],
      ...[ms(databaseOf(ours)), ms(databaseOf(least))],
      ...[figure(perSecond(ours)), percent(perSecond(ours) / perSecond(least))],
      ...[ms(percentile(ours, 0.5)), ms(p95[0]), times(p95[0] / p95[1])],
    ])
  }
  const { now, most } = memoryOf(product.pid)
  console.log(
    `${table(lines)}\nmemory of the server: ${megabytes(now)}, at most ${megabytes(most)}`,
  )
  await Promise.all([product.stop(), minimal.stop(), standing.close()])
} finally {
  await cluster.stop()
}

/** BENCH_PAGES=list,plan measures these alone. */
function wanted([name]: [string, unknown]): boolean {
  const only = process.env['BENCH_PAGES']?.split(',')
  return !only || only.some((start) => name.startsWith(start))
}

async function inTurn(servers: readonly Running[], of: readonly Ask[], connections: number) {
  const loads: Load[][] = servers.map(() => [])
  for (const { port } of servers) await load(port, of, { seconds: warmUp, connections })
  for (let round = 0; round < rounds; round += 1)
    for (const [at, { port, pid }] of servers.entries()) {
      const before = [cpuOfProcess(pid), cpuOfTree(postmaster())] as const
      const one = await load(port, of, { seconds, connections })
      const [cpu, database] = [cpuOfProcess(pid), cpuOfTree(postmaster())]
      loads[at]?.push({ ...one, cpu: cpu - before[0], database: database - before[1] })
    }
  return loads.map(together)
}
