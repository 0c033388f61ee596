import { slot } from '#kernel/module'
import type { MailState } from './outbox.ts'

/** What became of a message. */
export interface Settled {
  id: string
  state: Exclude<MailState, 'waiting'>
  at: Temporal.Instant
}

/** Hears, in the same transaction, what became of a message. */
export const whenSettled = slot<(one: Settled) => Promise<void>>('mailSettled')

export async function settled(one: Settled): Promise<void> {
  for (const hear of whenSettled.all()) await hear(one)
}
