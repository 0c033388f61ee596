// Prints every figure that we claim, as ratios measured in one run; it never fails because of one.
import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { agendaPage, imports, minutes, newAuthorities, stand } from './acts.ts'
import { type Cluster, folder, openCluster, postmaster, sizes } from './cluster.ts'
import { authorities, compare, type Rival, type Rivals, type Which } from './compare.ts'
import { ballotsOnScreens } from './live.ts'
import { load } from './load.ts'
import { planOfThousands } from './plan.ts'
import { run, runOnce } from './process.ts'
import { report } from './report.ts'
import { sceneOf } from './scene.ts'
import { sittingFigures } from './sitting.ts'
import { memoryOf, memoryOfTree } from './usage.ts'

const ports = { product: 3901, minimal: 3902, tenth: 3903 }
const files = { ASKS: join(folder, 'asks.json'), STATEMENTS: join(folder, 'statements.json') }

const cluster = await openCluster()
try {
  await measure(cluster)
} finally {
  await cluster.stop()
}

async function measure({ url }: Cluster): Promise<void> {
  const full = await stand(url(sizes.full))
  const tenth = await stand(url(sizes.tenth))
  const rivalsOf = async (which: Which): Promise<Rivals[Which]> => {
    const scene = await sceneOf(full.database, authorities[which])
    const smaller = await sceneOf(tenth.database, authorities[which])
    const rival = (port: number, of = scene): Rival => ({ port, scene: of })
    const { product, minimal } = ports
    return { product: rival(product), minimal: rival(minimal), tenth: rival(ports.tenth, smaller) }
  }
  const rivals: Rivals = { large: await rivalsOf('large'), median: await rivalsOf('median') }
  const asks = Object.values(rivals).flatMap(({ product }) => Object.values(product.scene).flat())
  // One authority asks more here than one may in a day.
  const unbound = { QUOTA_REQUESTS: '0' }
  const environment = { DATABASE_URL: url(sizes.full), DATA_DIR: folder, ...files, ...unbound }
  writeFileSync(files.ASKS, JSON.stringify(asks))
  runOnce('bench/record.js', environment)

  const product = await run('main.js', ports.product, environment)
  const minimal = await run('bench/minimal.js', ports.minimal, environment)
  const other = { ...environment, DATABASE_URL: url(sizes.tenth) }
  const small = await run('main.js', ports.tenth, other)
  console.log(`${availableParallelism()} cores, Node ${process.version}, ${await holdings(full)}`)

  const compared = await compare(rivals)
  await Promise.all([minimal.stop(), small.stop(), tenth.close()])
  const searchAlone = await load(ports.product, rivals.large.product.scene.search, {
    ...{ seconds: 4, connections: 1 },
  })
  const agenda = await agendaPage(full, ports.product, authorities.large)
  const pdf = await minutes(full, ports.product, authorities.large)
  const fresh = await newAuthorities(full, 3)
  const imported = await imports(full, ports.product, fresh.slugs)
  const plan = await planOfThousands(full, ports.product)
  const screens = await ballotsOnScreens(full, ports.product)
  // Last: the words of its annexes are read in the background.
  const sitting = await sittingFigures(full, ports.product, authorities.large)
  const memory = { server: memoryOf(product.pid), database: memoryOfTree(postmaster()) }
  await Promise.all([product.stop(), full.close()])
  const acts = {
    searchAlone,
    agenda,
    minutes: pdf,
    imports: imported,
    authority: fresh.times,
    ...{ sitting, screens },
    plan,
  }
  console.log(`\n\n${report({ compared, ...acts, memory })}`)
}

async function holdings({ database }: Awaited<ReturnType<typeof stand>>): Promise<string> {
  // What the planner counted: the owner sees no row of any authority.
  const { rows } = await database.owner.query<{ said: string }>(
    `select current_setting('server_version') as version, reltuples::int as dossiers,
       (select count(*)::int from kernel.tenant) as authorities
     from pg_class where oid = 'commons.dossier'::regclass`,
  )
  const [{ version, dossiers, authorities: many } = {}] = rows as Record<string, unknown>[]
  return `PostgreSQL ${version}: ${dossiers} dossiers of ${many} authorities`
}
