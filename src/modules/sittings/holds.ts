import { Invalid } from '#kernel/errors'
import type { Meeting } from '#modules/deliberations'
import { faultsIn } from './consistency.ts'
import { sittingsChanged } from './sitting.ts'

/** The seat of which something was noted, and the fields that said which, and at what hour. */
interface Said {
  readonly seat: string | null
  readonly field: string
  readonly hour?: string
}

/** Refuses what was just noted of a meeting where it contradicts itself now; what is wrong with the seat that was named, at its field. */
export async function ensureHolds(meeting: Meeting, said?: Said): Promise<void> {
  sittingsChanged()
  const faults = await faultsIn(meeting)
  if (faults.length === 0) return
  const fields = Map.groupBy(faults, ({ seat, isHour }) => {
    if (!said || seat === null || seat !== said.seat) return ''
    return (isHour && said.hour) ?? said.field
  })
  throw new Invalid(
    Object.fromEntries(
      [...fields].map(([field, some]) => [field, some.map(({ sentence }) => sentence)]),
    ),
  )
}
