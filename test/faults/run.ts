// Faults under load, again and again: the server, its worker and its database are killed while people write. What was
// acknowledged is there, once. `npm run test:faults` (100 rounds, or as many as told).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHouse } from './house.ts'
import { type Fault, faults, round } from './rounds.ts'

const rounds = Number(process.argv[2] ?? 100)
const home = mkdtempSync(join(tmpdir(), 'beffroi-faults-'))
const house = await openHouse(home)
const told = new Map<
  Fault,
  { rounds: number; acknowledged: number; lost: number; doubled: number; away: number }
>()
try {
  for (let at = 0; at < rounds; at++) {
    const fault = faults[at % faults.length] ?? 'server'
    const { acknowledged, lost, doubled, away } = await round(house, fault)
    const sum = told.get(fault) ?? { rounds: 0, acknowledged: 0, lost: 0, doubled: 0, away: 0 }
    told.set(fault, {
      rounds: sum.rounds + 1,
      acknowledged: sum.acknowledged + acknowledged,
      lost: sum.lost + lost,
      doubled: sum.doubled + doubled,
      away: Math.max(sum.away, away),
    })
  }
} finally {
  await house.close()
  rmSync(home, { recursive: true, force: true })
}
console.log('fault       rounds  acknowledged  lost  doubled  longest away')
for (const [fault, sum] of told)
  console.log(
    `${fault.padEnd(10)} ${String(sum.rounds).padStart(7)} ${String(sum.acknowledged).padStart(13)} ` +
      `${String(sum.lost).padStart(5)} ${String(sum.doubled).padStart(8)} ${`${(sum.away / 1000).toFixed(1)} s`.padStart(13)}`,
  )
const wrong = [...told.values()].some(
  ({ acknowledged, lost, doubled }) => lost + doubled > 0 || acknowledged === 0,
)
process.exitCode = wrong ? 1 : 0
