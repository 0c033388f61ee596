/** Works without end. */
export function endless(): never {
  for (;;) Math.random()
}

/** Takes all the memory at one stroke, as a list does that grows: no limit of a thread holds that back. */
export function greedy(): number {
  const kept: number[] = []
  for (;;) kept.push(1)
}

/** Twice as much. */
export const twice = (given: number): number => 2 * given

/** Fails. */
export function broken(): never {
  throw new TypeError('broken')
}
