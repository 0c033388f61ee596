import { setImmediate } from 'node:timers/promises'

/** So many are done before others are answered: a few milliseconds of work. */
const turn = 50

/** Does work for each of many, one after the other, and lets the server answer others in between. */
export async function inTurns<One, Made>(
  many: readonly One[],
  work: (one: One) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = []
  for (const [at, one] of many.entries()) {
    if (at > 0 && at % turn === 0) await setImmediate()
    made.push(await work(one))
  }
  return made
}
