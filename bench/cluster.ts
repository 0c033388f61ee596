import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { projectRoot } from '#kernel/config'
import { type EmbeddedDatabase, startEmbedded } from '#kernel/db'
import { type Size, seed } from './seed.ts'
import { figure } from './table.ts'
import { cpuOfTree } from './usage.ts'

/** The folder of the benchmark's own databases and files; git does not see it. */
export const folder = join(projectRoot, 'data', 'bench')

/** BENCH_DOSSIERS=50000 tries it on fewer, in databases of their own: its figures are no claims. */
const dossiers = Number(process.env['BENCH_DOSSIERS'] ?? 1_000_000)

export const sizes = { full: sized('full', dossiers), tenth: sized('tenth', dossiers / 10) }

function sized(name: string, of: number): Size {
  const tried = dossiers === 1_000_000 ? '' : `_of_${dossiers}`
  return { name: `bench_${name}${tried}`, dossiers: of, agents: Math.ceil(of * 0.03) }
}

export interface Cluster {
  /** The owner's URL of a database, for the product. */
  url: (size: Size) => string
  /** The superuser's. */
  superuserUrl: (size: Size) => string
  stop(): Promise<void>
}

/** A cluster that can be lost is written faster; it is measured with the settings of the product. */
const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  maintenance_work_mem: '1GB',
  work_mem: '256MB',
  shared_buffers: '2GB',
}

/** Starts the benchmark's PostgreSQL, after having seeded what is not there in this very shape. */
export async function openCluster(
  wanted: readonly Size[] = Object.values(sizes),
): Promise<Cluster> {
  const version = seedVersion()
  const postgres = { folder: join(folder, 'postgres') }
  let embedded = await startEmbedded(postgres)
  const stale = await staleSizes(embedded, wanted, version)
  if (stale.length > 0) {
    await embedded.stop()
    embedded = await startEmbedded({ ...postgres, settings: hasty })
    for (const size of stale) await renew(embedded, size, version)
    await embedded.stop()
    embedded = await startEmbedded(postgres)
  }
  return {
    url: (size) => at(embedded.url, size.name),
    superuserUrl: (size) => at(embedded.superuserUrl, size.name),
    stop: () => embedded.stop(),
  }
}

/** The process of its PostgreSQL, which started those of the connections. */
export const postmaster = (): number =>
  Number.parseInt(readFileSync(join(folder, 'postgres/cluster/data/postmaster.pid'), 'utf8'), 10)

const at = (url: string, database: string) => url.replace(/\/[^/]*$/, `/${database}`)

/** Changes with the schema and with the seeds, so that both are always those of today. */
function seedVersion(): string {
  const hash = createHash('sha256')
  const files = ['src/**/migrations/*.sql', 'bench/seed/*.sql', 'bench/{seed,spread}.ts']
  for (const file of globSync(files, { cwd: projectRoot }).toSorted())
    hash.update(file).update(readFileSync(join(projectRoot, file)))
  return hash.digest('hex')
}

async function staleSizes(
  { superuserUrl }: EmbeddedDatabase,
  wanted: readonly Size[],
  version: string,
): Promise<Size[]> {
  const { rows } = await once<{ name: string }>(
    superuserUrl,
    `select datname as name from pg_database
     where shobj_description(oid, 'pg_database') = '${version}'`,
  )
  return wanted.filter(({ name }) => !rows.some((row) => row.name === name))
}

/** The version is written last: a seeding that was interrupted begins anew. */
async function renew(embedded: EmbeddedDatabase, size: Size, version: string): Promise<void> {
  const began = performance.now()
  process.stdout.write(`Seeding ${size.dossiers} dossiers, once`)
  await once(embedded.superuserUrl, `drop database if exists ${size.name}`)
  await once(embedded.superuserUrl, `create database ${size.name} owner beffroi`)
  const urls = [embedded.url, embedded.superuserUrl].map((url) => at(url, size.name))
  const [owner = '', superuser = ''] = urls
  // What the database computed tells whether a step grows faster than its rows, whatever else the machine does.
  const now = () => [performance.now(), cpuOfTree(postmaster())].map((ms) => ms / 1000)
  let [since = 0, computed = 0] = now()
  await seed(size, owner, superuser, (step) => {
    const [then = 0, all = 0] = now()
    process.stdout.write(
      `\n  ${step}: ${figure(then - since)} s, database ${figure(all - computed)} s`,
    )
    ;[since, computed] = [then, all]
  })
  await once(embedded.superuserUrl, `comment on database ${size.name} is '${version}'`)
  console.log(`\n${Math.round((performance.now() - began) / 1000)} s`)
}

/** One statement on a connection of its own. */
async function once<Row extends pg.QueryResultRow>(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query<Row>(sql)
  } finally {
    await client.end()
  }
}
