import type { Tone } from '#kernel/ui'
import type { Status } from '../advice.ts'
import { type AdviceValue, isFavourable } from '../values.ts'

const status: Record<Status, Tone> = {
  given: 'good',
  withdrawn: 'neutral',
  not_yet_giveable: 'neutral',
  still_time: 'info',
  still_time_but_alert: 'warn',
  timed_out: 'bad',
  stopped_still_time: 'neutral',
  stopped_timed_out: 'bad',
  no_more_giveable: 'neutral',
  never_giveable: 'neutral',
}

const against: ReadonlySet<string> = new Set([
  'negative',
  'negative_with_remarks',
  'back_to_service',
] satisfies AdviceValue[])

/** What colour says besides words, of where an advice stands and of what it says. */
export const tones = {
  status: (one: Status): Tone => status[one],
  value: (one: string): Tone => (isFavourable(one) ? 'good' : against.has(one) ? 'bad' : 'neutral'),
}
