import { threadCpuUsage } from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The first size takes so much at least, in milliseconds: less is measured badly. */
const least = 2
/** Of several tries the quickest counts: what else the machine does, the first try above all, only adds. */
const tries = 5
/** After so many milliseconds two tries are enough. */
const patience = 50
/** Above it the larger size is tried again, so many times at most: a pause of the machine is not the work’s. */
const doubtful = 2.4
const moreTries = 12
const doublings = 4
/**
 * The first size is done so many times in one measure. Linux brings the time of a thread up to date once in some milliseconds:
 * one short piece of work is measured as anything from nothing to twice what it takes.
 */
const together = 8

/**
 * How many times as long work takes on twice as much: the mean over four doublings, in time of this thread
 * alone. `source` gives what is worked on in some size, `most` at the last; the first size is found by trying.
 * Linear work stays near 2, quadratic work comes near 4.
 */
export function growth<Source>(
  source: (size: number) => Source,
  work: (source: Source) => unknown,
  most = 500_000,
): number {
  let size = 500
  while (size < most / 2 ** doublings && quickest(source(size), work) < least) size *= 2
  const first = Math.max(quickest(source(size), work, together), least)
  const large = source(size * 2 ** doublings)
  const ratio = (last: number) => (last / first) ** (1 / doublings)
  let last = quickest(large, work)
  for (let again = 0; again < moreTries && ratio(last) > doubtful; again += 1)
    last = Math.min(last, timeOf(large, work))
  return ratio(last)
}

/** In milliseconds of this thread. */
function quickest<Source>(source: Source, work: (source: Source) => unknown, runs = 1): number {
  const times: number[] = []
  let spent = 0
  while (times.length < 2 || (times.length < tries && spent < patience)) {
    const time = timeOf(source, work, runs)
    times.push(time / runs)
    spent += time
  }
  return Math.min(...times)
}

/** What garbage of before costs is not counted: young space is cleared first. */
function timeOf<Source>(source: Source, work: (source: Source) => unknown, runs = 1): number {
  clear()
  const before = threadCpuUsage()
  for (let run = 0; run < runs; run += 1) work(source)
  const { user, system } = threadCpuUsage(before)
  return (user + system) / 1000
}

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')
const clear = () => void (typeof collect === 'function' && collect({ type: 'minor' }))
