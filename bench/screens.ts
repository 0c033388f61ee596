// Prints how soon the ballots of 50 devices are on all screens, and what it computes, in a house of its own:
// `npm run bench -- screens`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import { startEmbedded } from '#kernel/db'
import { stand } from './acts.ts'
import { ballotsOnScreens, rounds } from './live.ts'
import { percentile } from './load.ts'
import { run } from './process.ts'
import { ms, table } from './table.ts'
import { cpuOfProcess, cpuOfTree } from './usage.ts'

const folder = join(projectRoot, 'data', 'bench', 'screens')
const computed = (before: number, after: number) => (after - before) / rounds

const embedded = await startEmbedded({ folder: join(folder, 'postgres') })
const postmaster = Number.parseInt(
  readFileSync(join(folder, 'postgres/cluster/data/postmaster.pid'), 'utf8'),
  10,
)
try {
  const standing = await stand(embedded.url, folder)
  const environment = { DATABASE_URL: embedded.url, DATA_DIR: folder, DEMONSTRATION: 'false' }
  const product = await run('main.js', 3921, { ...environment, QUOTA_REQUESTS: '0' })
  try {
    const before = [cpuOfProcess(product.pid), cpuOfTree(postmaster)] as const
    const told = await ballotsOnScreens(standing, product.port)
    console.log(
      table([
        ['50 ballots at once on 51 screens', 'measured', 'aim'],
        ['median', ms(percentile(told, 0.5)), '1 000 ms'],
        ['slowest', ms(percentile(told, 1)), '1 000 ms'],
        [
          'server computed a round, with its opening',
          ms(computed(before[0], cpuOfProcess(product.pid))),
          '',
        ],
        ['database', ms(computed(before[1], cpuOfTree(postmaster))), ''],
      ]),
    )
  } finally {
    await Promise.all([product.stop(), standing.close()])
  }
} finally {
  await embedded.stop()
}
