import { type Facts, log, withFacts } from '#kernel/log'
import { countJob } from '#kernel/metrics'

/**
 * Tells of a try of a job what became of it and how long it took, and counts it. One that throws is tried again, and
 * throws on.
 */
export function logged(
  facts: Facts & { task: string },
  work: () => Promise<'done' | 'failed'>,
): Promise<void> {
  const begun = performance.now()
  const took = () => ({ ms: Math.round(performance.now() - begun) })
  return withFacts(facts, async () => {
    try {
      const outcome = await work()
      countJob(facts.task, outcome)
      log(outcome === 'done' ? 'info' : 'error', 'job', { outcome, ...took() })
    } catch (failure) {
      countJob(facts.task, 'again')
      log('warn', 'job', { outcome: 'again', ...took() }, failure)
      throw failure
    }
  })
}
