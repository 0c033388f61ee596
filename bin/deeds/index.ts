// What people do in the demonstration before its state is kept, so that every table has rows.
import { serveCitizens } from './citizens.ts'
import { keepHouse, keepOwn, keepTelephone, operate } from './house.ts'
import { submitPlan } from './plan.ts'
import { holdMeetings } from './sitting.ts'
import type { Deed, Place } from './somebody.ts'

/** What is done over HTTP. */
export async function doDeeds(at: Place): Promise<void> {
  await holdMeetings(at)
  await submitPlan(at)
  await keepTelephone(at)
  await keepOwn(at)
  await keepHouse(at)
  await serveCitizens(at)
}

/** What is done by commands, too. */
export async function doAll(at: Deed): Promise<void> {
  await doDeeds(at)
  await operate(at)
}
