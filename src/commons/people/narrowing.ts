import { z } from 'zod'
import { optionalDay, optionalId, optionalLine, validated } from '#kernel/http'
import type { AskedPeople } from './people.ts'
import { comings } from './coming-in.ts'
import { states } from './person.ts'

/** What the list of people is narrowed to. */
export const Narrowing = z.object({
  q: optionalLine(),
  service: optionalId(),
  role: optionalLine(80),
  state: z.union([z.enum(states), z.literal('')]).default(''),
  access: z.union([z.enum(comings), z.literal('')]).default(''),
  on: optionalDay().default(null),
})

/** What is asked for, as the query of the list understands it. */
export const askedOf = (query: z.output<typeof Narrowing>): AskedPeople => ({
  q: query.q,
  service: query.service ?? undefined,
  role: query.role || undefined,
  state: query.state || undefined,
  access: query.access || undefined,
  on: query.on ?? undefined,
})

/** The same, of the query of a list as it stands in an address. Throws `Invalid` where it is not understood. */
export const askedIn = (query: string): AskedPeople =>
  // It is what this schema makes.
  askedOf(
    validated(Narrowing, Object.fromEntries(new URLSearchParams(query))) as z.output<
      typeof Narrowing
    >,
  )
