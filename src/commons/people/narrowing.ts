import { z } from 'zod'
import { optionalDay, optionalId, optionalLine } from '#kernel/http'
import type { AskedPeople } from './people.ts'
import { states } from './person.ts'

/** What the list of people is narrowed to. */
export const Narrowing = z.object({
  q: optionalLine(),
  service: optionalId(),
  role: optionalLine(80),
  state: z.union([z.enum(states), z.literal('')]).default(''),
  on: optionalDay().default(null),
})

/** What is asked for, as the query of the list understands it. */
export const askedOf = (query: z.output<typeof Narrowing>): AskedPeople => ({
  q: query.q,
  service: query.service ?? undefined,
  role: query.role || undefined,
  state: query.state || undefined,
  on: query.on ?? undefined,
})
