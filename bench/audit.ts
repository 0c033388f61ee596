// What a line of the security log costs, and its link in the chain: `npm run bench -- audit`. The same short transactions, in
// turn: with nothing, with a line alone (the trigger that links it is off), with a line and its link.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { verifyAudit } from '#kernel/audit-chain'
import { db, startEmbedded } from '#kernel/db'
import { newAuthorities, stand } from './acts.ts'
import { inAuthority } from './scene.ts'

const [rounds, times] = [10, 200]
const ways = ['nothing', 'line', 'link'] as const
type Way = (typeof ways)[number]

const folder = await mkdtemp(join(tmpdir(), 'beffroi-bench-audit-'))
const postgres = await startEmbedded({ folder: join(folder, 'postgres') })
try {
  await measure(await stand(postgres.url))
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measure(standing: Awaited<ReturnType<typeof stand>>): Promise<void> {
  const { database } = standing
  const [slug = ''] = (await newAuthorities(standing, 1)).slugs
  const within = <T>(work: () => Promise<T>) => inAuthority(database, slug, work)
  const act = (way: Way) =>
    within(async () => {
      await sql`select 1`.execute(db())
      if (way !== 'nothing') await audit('download', '/annexes/bench')
    })
  const took: Record<Way, number[]> = { nothing: [], line: [], link: [] }
  for (let round = 0; round < rounds; round++)
    for (const way of ways) {
      await database.owner.query(
        `alter table kernel.audit ${way === 'link' ? 'enable' : 'disable'} trigger link`,
      )
      for (let time = 0; time < times; time++) {
        const begun = performance.now()
        await act(way)
        took[way].push(performance.now() - begun)
      }
    }
  await database.owner.query('alter table kernel.audit enable trigger link')
  const said = Object.fromEntries(ways.map((way) => [way, median(took[way])])) as Record<
    Way,
    number
  > // One for each.
  print('a transaction without a line', said.nothing)
  print('with a line', said.line)
  print('with a line and its link', said.link)
  print('so the link costs', said.link - said.line)
  const begun = performance.now()
  const { lines } = await within(() => verifyAudit())
  console.log(`walking over ${lines} lines: ${Math.round(performance.now() - begun)} ms`)
  await standing.close()
}

function print(what: string, ms: number): void {
  console.log(`${what}: ${ms.toFixed(2)} ms`)
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
}
