import type { z } from 'zod'
import { give } from './offices.ts'
import { enterPerson } from './person.ts'
import type { NewPersonFields } from './schema.ts'
import { dayAfter } from './words.ts'

/** Enters somebody with the role and the function with which they begin, for the days that were said. */
export async function enterWith(fresh: z.output<typeof NewPersonFields>): Promise<string> {
  const { role, service_id, function: what, first_day, last_day, other } = fresh
  const personId = await enterPerson(fresh, { other })
  const period = { valid_from: first_day, valid_to: dayAfter(last_day) }
  if (role) await give({ kind: 'role', personId, what: role, ...period })
  if (service_id) await give({ kind: 'function', personId, what, serviceId: service_id, ...period })
  return personId
}
