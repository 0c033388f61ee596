import { TooMany } from '#kernel/errors'

/** In milliseconds: for how long what a key asked is counted. */
const minute = 60_000

/** What each key asked in this minute, in this process. */
const counted = new Map<string, { since: number; times: number }>()
/** Requests that were counted: one may ask twice who sends it. */
const known = new WeakSet<object>()

/**
 * Counts a request of a key. Throws `TooMany` where it asked more in a minute than its program may: others are answered
 * meanwhile, and so are other keys of it.
 */
export function countRequest(keyId: string, perMinute: number, request: object): void {
  if (known.has(request)) return
  known.add(request)
  const now = performance.now()
  const before = counted.get(keyId)
  const current = before && now - before.since < minute ? before : { since: now, times: 0 }
  current.times += 1
  if (current !== before) {
    if (counted.size > 10_000) forgetOld(now)
    counted.set(keyId, current)
  }
  if (current.times > perMinute)
    throw new TooMany('programs.too_many', { most: perMinute, minutes: 1 })
}

function forgetOld(now: number): void {
  for (const [key, { since }] of counted) if (now - since >= minute) counted.delete(key)
}
