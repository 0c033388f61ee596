import { z } from 'zod'
import type { FieldErrors } from '#kernel/errors'
import { optionalDay, optionalLine } from '#kernel/http'
import { t, timeZone } from '#kernel/i18n'
import { findable, type Finding, longest, search } from '#kernel/search'

/** What is asked of search, on its page and through the API. */
export const AskedOfSearch = z.object({
  q: optionalLine(longest),
  in: optionalLine().describe('A trade (deliberations), or a kind of its dossiers'),
  since: optionalDay().default(null).describe('Changed on this day or later'),
  until: optionalDay().default(null).describe('Changed on this day or before'),
  sort: optionalLine(80).describe('What fits best first, unless « date »'),
  after: optionalLine(500).describe('The `next` of the page before'),
})
export type AskedOfSearch = z.output<typeof AskedOfSearch>

/** What is asked of search that it does not understand, in a sentence for each parameter. */
export function wrongIn({ in: place, sort }: AskedOfSearch): FieldErrors {
  return {
    ...(place &&
      kindsIn(place).length === 0 && { in: [t('pages.search.wrong_place', { value: place })] }),
    ...(sort && sort !== 'date' && { sort: [t('pages.search.wrong_order', { value: sort })] }),
  }
}

const none: Finding = { found: [], total: 0, exact: true, next: null, stems: [] }

/** What is found of what is asked; nothing where no word is. */
export async function findAsked(asked: AskedOfSearch): Promise<Finding> {
  const { q, in: place, since, until, sort, after } = asked
  if (!q) return none
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant()
  return search(q, {
    kinds: place ? kindsIn(place) : undefined,
    since: since ? startOf(since) : undefined,
    before: until ? startOf(until.add({ days: 1 })) : undefined,
    byDate: sort === 'date',
    after,
  })
}

/** The kinds of dossiers of a trade, or the one of this name. */
const kindsIn = (place: string) =>
  findable
    .all()
    .flatMap(({ kinds }) => kinds())
    .filter((kind) => kind === place || kind.startsWith(`${place}.`))
