import { z } from 'zod'
import { day, id, line, optionalId, optionalLines, plainText, several } from '#kernel/http'
import { outcomes } from './tables.ts'

const words = (most: number) => plainText(most).min(1)

/** Why another text is presented. */
export const Renewing = z.object({ reason: words(2000) })

/** What was said of a point. */
export const Remarking = z.object({ words: optionalLines(50_000) })

/** What a member wants said otherwise. */
export const Objecting = z.object({
  seat_id: id().describe('The seat of the member.'),
  item_id: optionalId().describe('The point of which it is, if of one.'),
  wanted: words(5000),
})

export const SettlingObjection = z.object({
  objection_id: id(),
  outcome: z.enum(outcomes),
  answer: optionalLines(5000),
})

/** The points that are approved in the sitting itself. */
export const KeepingAtOnce = z.object({
  items: several(id(), 1000).transform((some) => some ?? []),
})

/** What is said of approved minutes afterwards, and why. */
export const Rectifying = z.object({
  item_id: optionalId(),
  words: words(5000),
  reason: words(2000),
})

export const Signed = z.object({
  office: z.enum(['presides', 'keeps']),
  seat_id: id(),
  on: day({ since: 1990, ahead: 1 }),
})

export const Compared = z.object({ with: line(4).regex(/^\d+$/).optional() })
