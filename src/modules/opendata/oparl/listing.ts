import { z } from 'zod'
import { askedMoment, type Call } from '#kernel/http'
import { json } from '../answers.ts'
import { siteOf } from '../forms.tsx'
import { changedAt, shownSince } from '../reading.ts'
import type { Oparl, Times } from './objects.ts'

const moment = askedMoment().optional()
const slug = z.string().regex(/^[a-z0-9-]{1,200}$/)

/** What is asked of a list. */
export const Listing = z.object({
  after: slug.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  organization: slug.optional(),
  ...{
    created_since: moment,
    created_until: moment,
    modified_since: moment,
    modified_until: moment,
  },
})
export type Listing = z.output<typeof Listing>

/** A page of a list, with where the next is. */
export function listOf(
  c: Call,
  { after: _, ...asked }: Listing,
  data: readonly Oparl[],
  next: string | undefined,
): Response {
  const here = siteOf(c) + c.req.path
  const link = (after?: string) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...asked, after }))
      if (value !== undefined) query.set(name, String(value))
    return `${here}?${query}`
  }
  return json({
    data,
    pagination: { elementsPerPage: asked.limit },
    links: { first: link(), self: link(_), ...(next && { next: link(next) }) },
  })
}

/** Whether something is of the time that is asked for. */
export function isWithin({ created, modified }: Times, asked: Listing): boolean {
  const { created_since, created_until, modified_since, modified_until } = asked
  const holds = (at: Temporal.Instant, limit: string | undefined, sign: 1 | -1) =>
    limit === undefined || Temporal.Instant.compare(at, instantOf(limit)) * sign >= 0
  return (
    holds(created, created_since, 1) &&
    holds(created, created_until, -1) &&
    holds(modified, modified_since, 1) &&
    holds(modified, modified_until, -1)
  )
}

/** One without an offset is in universal time, as PostgreSQL reads it here. */
const instantOf = (text: string) =>
  Temporal.Instant.from(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)

/** Since when an authority has anything public, and when that changed last. */
export async function times(): Promise<Times> {
  const modified = (await changedAt()) ?? Temporal.Instant.fromEpochMilliseconds(0)
  return { created: (await shownSince()) ?? modified, modified }
}
