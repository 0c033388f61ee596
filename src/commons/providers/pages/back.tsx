import { z } from 'zod'
import { actor, may, openToAll } from '#kernel/access'
import { type Act, asking, type Call, form } from '#kernel/http'
import {
  clientOf,
  type Identified,
  identified,
  type Provider,
  takeWay,
  type WayBack,
} from '#kernel/single-sign-on'
import { comeBack, comeInvited } from './sign-in.tsx'
import { linkBack } from './mine.tsx'
import { proveBack } from './prove.tsx'
import { browserOf, keeps, named, pages, reached, wayTo } from './routes.ts'
import { failurePage, lostPage } from './told.tsx'
import { triedPage } from './try.tsx'

/** What a provider sends along: the rest of the address is read by the library alone. */
const Answer = z.object({ state: z.string().max(500).catch('').default('') })

/** Where somebody goes on from who did not get there. */
const again = ({ purpose, next }: WayBack, { id }: Provider): string => {
  if (purpose === 'try') return `/providers/${id}`
  if (purpose === 'link') return '/security'
  return purpose === 'prove' ? '/' : `/sign-in?next=${encodeURIComponent(next)}`
}

asking(
  pages,
  'get',
  `${wayTo(':provider')}/back`,
  openToAll,
  form(Answer),
  async (c, { state }, step): Promise<Act> => {
    // Gone from then on, whatever comes of it: an answer is taken once.
    const found = await step(async () => {
      const way = await takeWay(named(c), state, browserOf(c))
      return way && way.purpose !== 'leave' && { way, provider: await reached(named(c)) }
    })
    if (!found) return () => lostPage(c)
    const { way, provider } = found
    try {
      const client = await clientOf(provider)
      const since = way.purpose === 'prove' ? way.sentAt : null
      const { search } = new URL(c.req.url)
      const who = await identified(client, provider, search, way.bound, { since })
      return () => act(c, provider, who, way)
    } catch (failure) {
      return () => failurePage(c, provider, failure, again(way, provider))
    }
  },
)

/** What was wanted of the provider is done. What an administrator tries, a provider that is off does too. */
async function act(c: Call, provider: Provider, who: Identified, way: WayBack): Promise<Response> {
  const mine = way.accountId !== null && actor().id === way.accountId
  switch (way.purpose) {
    case 'try':
      return mine && may(keeps) ? triedPage(c, provider, who) : lostPage(c)
    case 'link':
      return mine && provider.is_on ? linkBack(c, provider, who) : lostPage(c)
    case 'prove':
      return mine && provider.is_on ? proveBack(c, provider, who, way) : lostPage(c)
    case 'invitation':
      return provider.is_on ? comeInvited(c, provider, who, way) : lostPage(c)
    case 'sign_in':
      return provider.is_on ? comeBack(c, provider, who, way) : lostPage(c)
    default:
      return lostPage(c)
  }
}
