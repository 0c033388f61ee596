// Faults under load, again and again, while people write. What was acknowledged is there, once. `npm run test:faults` (100
// rounds, or as many as told).
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/kernel/config/index.ts'
import { type Fault, faults, isDiskOfItsOwn } from './faults.ts'
import { openHome } from './home.ts'
import { openHouse } from './house.ts'
import { round } from './rounds.ts'

const rounds = Number(process.argv[2] ?? 100)
spawnSync(process.execPath, ['bin/build.js'], { cwd: projectRoot, stdio: 'inherit' })
const { folder, close } = openHome()
const names = (Object.keys(faults) as Fault[]).filter(
  (one) => one !== 'disk' || isDiskOfItsOwn(folder),
)
if (!names.includes('disk'))
  console.log('disk is not played: it needs a disk of its own, and this account may mount none')
const house = await openHouse(folder)
const told = new Map<
  Fault,
  { rounds: number; acknowledged: number; lost: number; doubled: number; away: number }
>()
try {
  for (let at = 0; at < rounds; at++) {
    const fault = names[at % names.length] ?? 'server'
    const { acknowledged, lost, doubled, away } = await round(house, fault)
    console.log(
      `${at + 1} ${fault}: ${acknowledged}, ${lost} lost, ${doubled} doubled, ${(away / 1000).toFixed(1)} s away`,
    )
    const sum = told.get(fault) ?? { rounds: 0, acknowledged: 0, lost: 0, doubled: 0, away: 0 }
    told.set(fault, {
      rounds: sum.rounds + 1,
      acknowledged: sum.acknowledged + acknowledged,
      lost: sum.lost + lost,
      doubled: sum.doubled + doubled,
      away: Math.max(sum.away, away),
    })
  }
} catch (failure) {
  console.error(readFileSync(join(folder, 'server.log'), 'utf8').slice(-4000))
  throw failure
} finally {
  await house.close()
  close()
}
console.log('fault        rounds  acknowledged  lost  doubled  longest away')
for (const [fault, sum] of told)
  console.log(
    `${fault.padEnd(11)} ${String(sum.rounds).padStart(7)} ${String(sum.acknowledged).padStart(13)} ` +
      `${String(sum.lost).padStart(5)} ${String(sum.doubled).padStart(8)} ${`${(sum.away / 1000).toFixed(1)} s`.padStart(13)}`,
  )
const wrong = [...told.values()].some(
  ({ acknowledged, lost, doubled }) => lost + doubled > 0 || acknowledged === 0,
)
process.exitCode = wrong ? 1 : 0
