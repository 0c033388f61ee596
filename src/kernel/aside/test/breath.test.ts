import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { breath } from '../index.ts'

/** Holds the thread for so long, in milliseconds. */
const hold = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('long work of many is done part by part: of one authority, then of the other, and others are answered between', async () => {
  const done: string[] = []
  const work = async (whose: string, name: string) => {
    const own = breath(whose)
    for (let part = 1; part <= 2; part += 1) {
      hold(6)
      await own.breathe()
      done.push(`${name}${part}`)
    }
  }
  const all = Promise.all([work('a', 'a'), work('a', 'b'), work('z', 'z')])
  let looks = 0
  while (done.length < 6) {
    await nextTurn()
    looks += 1
  }
  await all
  expect(done.slice(0, 3)).toEqual(['a1', 'z1', 'b1'])
  expect(looks).toBeGreaterThanOrEqual(6)
})

test('short work waits for nobody', async () => {
  const own = breath('a')
  let others = false
  void nextTurn().then(() => (others = true))
  await own.breathe()
  expect([own.isDue(), others]).toEqual([false, false])
})
