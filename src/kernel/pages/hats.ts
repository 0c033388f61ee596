import { z } from 'zod'
import { actor, forOwnAccess, isOutsideHat } from '#kernel/access'
import { hatInWords, wear } from '#kernel/auth'
import { Forbidden } from '#kernel/errors'
import { ApiRoutes, form, line, PageRoutes } from '#kernel/http'
import { redirect } from './flash.ts'
import { giveSession, homeOutside, Opened, sessionTokenOf, tokenOf } from './session.tsx'

const Hat = z.object({ hat: line() })

/** Where somebody changes the capacity in which they act (casquette). */
export const hatPages = new PageRoutes('')

hatPages.post('/hat', forOwnAccess, form(Hat), async (c, { hat }) => {
  const session = await wear(hat, sessionTokenOf(c))
  if (session) giveSession(c, session)
  const worn = actor().hats?.find(({ key }) => key === hat)
  return redirect(c, worn && isOutsideHat(worn) ? homeOutside() : '/', {
    key: 'auth.hat.worn',
    params: { hat: worn ? hatInWords(worn) : '' },
    tone: 'info',
  })
})

export const hatApi = new ApiRoutes('/session')

hatApi.on(
  'post',
  '/hat',
  forOwnAccess,
  {
    summary: 'Act in another of my capacities from now on; the session goes on under another token',
    body: Hat,
    answer: Opened,
    secret: true,
  },
  async (c, { hat }) => {
    const session = await wear(hat, tokenOf(c) ?? '')
    if (!session) throw new Forbidden()
    return { token: session.token, expires_at: session.expiresAt.toString() }
  },
)

hatApi.on(
  'get',
  '/hats',
  forOwnAccess,
  {
    summary:
      'The capacities in which I may act, the one in which I do first; none where I have one',
    answer: z.array(z.object({ key: z.string(), called: z.string() })),
  },
  async () => {
    const { hat, hats = [] } = actor()
    return hats.toSorted((one, other) => Number(other === hat) - Number(one === hat))
  },
)
