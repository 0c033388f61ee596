import { Invalid } from '#kernel/errors'
import type { Meeting } from '#modules/deliberations'
import { faultsIn } from './consistency.ts'
import { sittingsChanged } from './sitting.ts'

/** Refuses what was just noted of a meeting where it contradicts itself now. */
export async function ensureHolds(meeting: Meeting): Promise<void> {
  sittingsChanged()
  const faults = await faultsIn(meeting)
  if (faults.length > 0) throw new Invalid({ '': faults.map(({ sentence }) => sentence) })
}
