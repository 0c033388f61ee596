import { setImmediate } from 'node:timers/promises'

/** In milliseconds: after so much work others are answered. */
const turn = 8

/**
 * Does work for each of many, one after the other, and lets the server answer others in between; `tell` hears then how
 * many are done.
 */
export async function inTurns<One, Made>(
  many: readonly One[],
  work: (one: One, at: number) => Made | Promise<Made>,
  tell?: (done: number, of: number) => Promise<void>,
): Promise<Made[]> {
  const made: Made[] = []
  let since = performance.now()
  for (const [at, one] of many.entries()) {
    if (performance.now() - since > turn) {
      await setImmediate()
      await tell?.(at, many.length)
      since = performance.now()
    }
    const done = work(one, at)
    made.push(done instanceof Promise ? await done : done)
  }
  return made
}
