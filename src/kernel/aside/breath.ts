import { Turns } from './turns.ts'

/** In milliseconds: after so much work on the thread that answers, others are answered. */
const most = 4

const waiting = new Turns<() => void>()
let wakes = false

/** Long work on the thread that answers: `isDue` once it has held it for long, `breathe` between two parts of it. */
export interface Breath {
  isDue(): boolean
  /** Comes back at once, or once others were answered. */
  breathe(): Promise<void>
}

/**
 * Begins work for an authority that may hold the thread for long. Of all such work one part is done between two looks at
 * what came in, those of each authority in turn: whoever asks for little waits for one part, and not for what somebody
 * else's crowd asked.
 */
export function breath(whose: string): Breath {
  let since = performance.now()
  const isDue = () => performance.now() - since > most
  return {
    isDue,
    async breathe() {
      if (!isDue()) return
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.add(whose, resolve)
      if (!wakes) setImmediate(wake)
      wakes = true
      await promise
      since = performance.now()
    },
  }
}

function wake(): void {
  const next = waiting.next()
  wakes = next !== undefined
  if (!next) return
  const [, goesOn] = next
  goesOn()
  setImmediate(wake)
}
