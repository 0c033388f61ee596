import { AsyncLocalStorage } from 'node:async_hooks'
import { currentTenantId } from '#kernel/db'

/** When what is answered now was asked. */
const asked = new AsyncLocalStorage<number>()

/** From here on everything that is read may have been read since now: a request has come. */
export const askedNow = <T>(work: () => T): T => asked.run(performance.now(), work)

/** In milliseconds: nobody waits longer for a connection, so that nobody asks any more for what was read before. */
const remembered = 60_000

interface Reading<V> {
  begun: number
  value: Promise<V>
}

/**
 * What many ask for at the same moment, read once for all of them. It is as new as if each had read it: a reading serves those
 * who asked before it began and no others, by the transaction of the first of them. So it may say nothing that only one of them
 * may know, and `read` may ask nothing of who acts. Outside of a request, and for what an act reads after it wrote, it is not used.
 */
export function readTogether<V>(): (key: string, read: () => Promise<V>) => Promise<V> {
  const readings = new Map<string, Reading<V>>()
  return (key, read) => {
    const since = asked.getStore()
    if (since === undefined) return read()
    const whole = `${currentTenantId()} ${key}`
    const known = readings.get(whole)
    // Where the one who reads for all is cut off, each reads for itself.
    if (known && known.begun >= since) return known.value.catch(read)
    const reading = { begun: performance.now(), value: read() }
    readings.set(whole, reading)
    setTimeout(() => {
      if (readings.get(whole) === reading) readings.delete(whole)
    }, remembered).unref()
    return reading.value
  }
}
