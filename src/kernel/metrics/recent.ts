/** What people felt in one minute. */
interface Minute {
  minute: number
  answered: number
  /** That took longer than a person waits without noticing. */
  slow: number
  /** That were a fault of ours. */
  failed: number
}

/** How the last minutes were. */
export interface RecentPace {
  state: 'works' | 'slowed'
  /** Since when it is so, as far as this process knows. */
  since: Temporal.Instant
}

/** So many minutes are remembered. */
const remembered = 60
/** In seconds. */
const noticed = 2
/** Of so many answers one that is slow or failed is bad luck. */
const fewest = 20
/** From this part on a minute is slowed. */
const tooMany = 0.1

const minutes: Minute[] = []
const began = Temporal.Now.instant()
const minuteOf = (ms: number) => Math.floor(ms / 60_000)

/** Notes how an answer was. */
export function felt(status: number, took: number, now = Date.now()): void {
  const minute = minuteOf(now)
  let last = minutes.at(-1)
  if (last?.minute !== minute) {
    last = { minute, answered: 0, slow: 0, failed: 0 }
    minutes.push(last)
    if (minutes.length > remembered) minutes.shift()
  }
  last.answered += 1
  if (took > noticed) last.slow += 1
  // 503 is said where something is closed, or waits: slow is what is felt then.
  if (status === 500) last.failed += 1
}

const wasSlowed = ({ answered, slow, failed }: Minute) =>
  answered >= fewest && slow + failed >= answered * tooMany

/** Whether the last five minutes were slowed, and since when that is so. */
export function recentPace(now = Date.now()): RecentPace {
  const slowed = minutes.filter(wasSlowed)
  const last = slowed.at(-1)
  const recent = last && minuteOf(now) - last.minute < 5
  if (!last || !recent) {
    const since = last ? instantOf(last.minute + 5) : began
    return { state: 'works', since }
  }
  // Back as long as one is not further than five minutes from the next.
  let first = last
  for (const one of slowed.toReversed()) if (first.minute - one.minute <= 5) first = one
  return { state: 'slowed', since: instantOf(first.minute) }
}

const instantOf = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
