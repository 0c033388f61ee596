import { setTimeout as delay } from 'node:timers/promises'
import { log } from '#kernel/log'
import { StartFailure } from './embedded-failure.ts'
import type { Postmaster } from './embedded-server.ts'

/** How often a server that ends by itself is started again within `span`, in milliseconds. */
const most = 5
const span = 10 * 60_000

/** A server that is started again when it ends by itself. */
export interface Watched {
  /** Settles with the reason once it ended too often: it is not started again. */
  readonly gone: Promise<StartFailure>
  stop(): Promise<void>
}

/**
 * Watches a server: one that ends by itself, or is killed, is started again on the same socket, five times in
 * ten minutes. `wait` is what is waited before the first start, in milliseconds; each time it is twice as long.
 */
export function keepRunning(
  first: Postmaster,
  again: () => Promise<Postmaster>,
  wait = 200,
): Watched {
  const { promise: gone, resolve } = Promise.withResolvers<StartFailure>()
  const stopping = new AbortController()
  let current: Postmaster = first
  const ends: number[] = []

  async function watch(): Promise<void> {
    for (;;) {
      await current.ended
      if (stopping.signal.aborted) return
      const why = await current.check().catch(sentenceOf)
      ends.push(performance.now())
      const lately = ends.filter((at) => at > performance.now() - span).length
      log('error', 'embedded database', {
        message: `The embedded database ended by itself (${lately} of ${most}): ${why ?? ''}`,
      })
      if (!(await started(lately, why ?? ''))) return
      // It was stopped while it started.
      if (stopping.signal.aborted) return current.stop()
    }
  }

  /** Starts it, as often as that is worth it. */
  async function started(lately: number, why: string): Promise<boolean> {
    for (let tries = lately; tries <= most; tries++) {
      await delay(wait * 2 ** (tries - 1), undefined, { signal: stopping.signal }).catch(
        () => {}, // It is stopped meanwhile.
      )
      if (stopping.signal.aborted) return false
      const fresh = await again().catch((failure: unknown) => sentenceOf(failure))
      if (typeof fresh !== 'string') {
        current = fresh
        return true
      }
      log('error', 'embedded database', {
        message: `The embedded database does not start again: ${fresh}`,
      })
    }
    resolve(
      new StartFailure(
        `The embedded database ended more than ${most} times and is given up. ${why}`,
      ),
    )
    return false
  }

  const watching = watch()
  return {
    gone,
    stop: async () => {
      stopping.abort()
      await current.stop()
      await watching
    },
  }
}

const sentenceOf = (failure: unknown): string =>
  failure instanceof Error ? failure.message : String(failure)
