import { z } from 'zod'
import { id, optionalLine, optionalLines } from '#kernel/http'

/** What is sent of what leaves of a point. */
export const Choosing = z.object({
  withheld: optionalLines(500).describe(
    'Why it is kept back, as everybody reads it; empty: it is not.',
  ),
  title: optionalLine(500).describe('The title under which it leaves; empty: its own.'),
  annexes: z
    .union([z.array(id()).max(200), id().transform((one) => [one])])
    .default([])
    .describe('The files that leave.'),
})
