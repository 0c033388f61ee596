import { type Call, form, PublicRoutes } from '#kernel/http'
import { calendarOf } from './calendar.ts'
import { feedOf, typeOf } from './feed.ts'
import { followedIn, Query } from './followed.ts'

/** What programs of citizens come for by themselves: nothing is asked of them. */
export const open = new PublicRoutes('/feeds')

for (const format of ['atom', 'rss'] as const)
  open.get(`/decisions.${format}`, form(Query), async (c, query) => {
    const what = followedIn(query)
    return answer(c, await feedOf(what, format), typeOf[format])
  })

open.get('/meetings.ics', form(Query), async (c, query) =>
  answer(c, await calendarOf(followedIn(query)), 'text/calendar'),
)

/** Any page may read it: it holds nothing that is not public. */
const answer = (c: Call, text: string, type: string) =>
  c.body(text, 200, {
    'content-type': `${type}; charset=UTF-8`,
    'access-control-allow-origin': '*',
  })
