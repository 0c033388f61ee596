import { TooMany } from '#kernel/errors'

/** How many meetings one source may tell in a minute, of one process: others are read and answered meanwhile. */
const most = 300

/** What each source told in this minute. */
const told = new Map<string, number>()
let minute = 0

/** Counts what a source tells. Throws `TooMany`: nothing was taken over, and it is told again later. */
export function countTold(sourceId: string): void {
  const now = Math.floor(Date.now() / 60_000)
  if (now !== minute) told.clear()
  minute = now
  const times = (told.get(sourceId) ?? 0) + 1
  told.set(sourceId, times)
  if (times > most) throw new TooMany('incoming.too_many', { most, minutes: 1 })
}
