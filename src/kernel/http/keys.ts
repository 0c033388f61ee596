import { z } from 'zod'
import { Invalid } from '#kernel/errors'

/** Days and moments that PostgreSQL knows and a calendar writes in four figures. */
const [firstYear, lastYear] = ['0002', '9998']
const isOfOurTime = (words: string) =>
  words.slice(0, 4) >= firstYear && words.slice(0, 4) <= lastYear

function isMoment(words: string): boolean {
  try {
    return Temporal.Instant.from(words) !== null
  } catch {
    return false
  }
}

/** What the key of a page is made of: a value that no page can have given is none, and reaches no query. */
export const keyParts = {
  day: z.iso.date().refine(isOfOurTime),
  moment: z.iso
    .datetime({ offset: true })
    .refine(isOfOurTime)
    .transform((words) => Temporal.Instant.from(words).toString()),
  /** As PostgreSQL writes it, in UTC. */
  stored: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/)
    .refine((words) => isOfOurTime(words) && isMoment(words)),
  /** To the millisecond, as it is compared with others by its letters. */
  exactMoment: z.iso.datetime({ precision: 3 }).refine(isOfOurTime),
  slug: z.string().regex(/^[a-z0-9-]{1,200}$/),
  /** A name in the code: `folder.thing`. */
  name: z.string().regex(/^[a-z0-9_.-]{0,100}$/),
  /** The number of a transaction of PostgreSQL, in digits. */
  turn: z.string().regex(/^\d{1,19}$/),
  number: z.int().min(0).max(2_147_483_647),
} as const

/** The moment that an address names: none that PostgreSQL does not know, as far from its noon as no place is. */
export const askedMoment = () =>
  z.iso
    .datetime({ offset: true, local: true })
    .refine((words) => isOfOurTime(words) && !/[+-](?:1[6-9]|2\d):\d\d$/.test(words))

/** The key of the page that follows a row. */
export const writtenKey = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The key that a page gave. Throws `Invalid` where none did. */
export function readKey<S extends z.ZodType>(schema: S, after: string): z.output<S> {
  const key = schema.safeParse(unwrapped(after))
  if (!key.success) throw Invalid.field('after', 'http.field.wrong')
  return key.data
}

function unwrapped(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
