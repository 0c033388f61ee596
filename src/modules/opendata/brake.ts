import { whence } from '#kernel/audit'
import { TooMany } from '#kernel/errors'

/** How often one address may ask in a minute, of one process: what is heavy less often. */
const most = { copies: 600, lists: 300, paper: 60, whole: 30, region: 6, maturity: 12 } as const
export type Weight = keyof typeof most

/** What each address asked in this minute. */
const asked = new Map<string, number>()
let minute = 0

/** Counts a request of whoever asks. Throws `TooMany`, with when to come again: pages are read as before. */
export function countAsked(weight: Weight): void {
  const now = Math.floor(Date.now() / 60_000)
  if (now !== minute || asked.size > 100_000) asked.clear()
  minute = now
  const who = `${weight} ${whence().address ?? ''}`
  const times = (asked.get(who) ?? 0) + 1
  asked.set(who, times)
  if (times > most[weight])
    throw new TooMany('opendata.too_many', { most: most[weight], minutes: 1 })
}
