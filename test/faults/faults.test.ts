import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Fault, isDiskOfItsOwn } from './faults.ts'
import { openHome } from './home.ts'
import { type FaultyHouse, openHouse } from './house.ts'
import { round } from './rounds.ts'

const home = openHome()
let house: FaultyHouse

beforeAll(async () => {
  house = await openHouse(home.folder)
}, 120_000)
afterAll(async () => {
  await house.close()
  home.close()
})

// Where no disk of its own may be mounted, its connections are cut instead: `npm run test:faults` says so.
const ofDisk = isDiskOfItsOwn(home.folder) ? 'disk' : 'connections'

// 100 rounds, and of mail too, by `npm run test:faults`.
test.each<Fault>(['server', 'database', ofDisk, 'clock', 'identity', 'poison'])(
  'what people are told is done is there once, whatever goes wrong meanwhile: %s',
  async (fault) => {
    const { acknowledged, lost, doubled } = await round(house, fault)
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
    expect(acknowledged).toBeGreaterThan(0)
  },
  120_000,
)
