import { z } from 'zod'
import { forSearch } from '#kernel/access'
import { Invalid } from '#kernel/errors'
import { ApiRoutes } from '#kernel/http'
import { meant } from '#kernel/search'
import { AskedOfSearch, findAsked, wrongIn } from './search-asked.ts'

/** Global search for programs: the same as its page. */
export const searchApi = new ApiRoutes('/search')

const Answer = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      reference: z.string(),
      title: z.string(),
      changed_at: z.iso.datetime(),
      passage: z.string().describe('What stands around the first of the words'),
      part: z
        .object({ id: z.uuid(), title: z.string() })
        .nullable()
        .describe('The annex in which it was found'),
    }),
  ),
  total: z.int().nullable().describe('How many there are; null where there are too many to count.'),
  more_than: z.int().nullable().describe('Then there are more than so many.'),
  next: z.string().nullable().describe('Give it as `after` for the next page.'),
  meant: z.string().nullable().describe('Where nothing is found: what finds something instead.'),
})

searchApi.on(
  'get',
  '/',
  forSearch,
  {
    summary: 'Search over all trades, in what I may see, a page at a time',
    query: AskedOfSearch,
    answer: Answer,
  },
  async (_c, asked) => {
    const wrong = wrongIn(asked)
    if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
    const { found, total, exact, next } = await findAsked(asked)
    const nothing = asked.q !== '' && total === 0 && !asked.after
    return {
      items: found.map(({ subject_id: id, kind, reference, title, changed_at, ...where }) => ({
        ...{ id, kind, reference, title, passage: where.passage },
        changed_at: changed_at.toString(),
        part: where.part_id ? { id: where.part_id, title: where.part_title ?? '' } : null,
      })),
      ...(exact ? { total, more_than: null } : { total: null, more_than: total }),
      next,
      meant: nothing ? await meant(asked.q) : null,
    }
  },
)
