import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { audit } from '#kernel/audit'
import { type Act, ProtocolRoutes } from '#kernel/http'
import { endSessionsAt, isFirst, readLogoutToken } from '#kernel/single-sign-on'
import { ensureOpen } from './pages/out.ts'
import { named, reached, wayTo } from './pages/routes.ts'

/** As the standard answers (2.8), without a word of why: whoever sends it need not know. */
const refused = (status = 400): Response =>
  Response.json({ error: 'invalid_request' }, { status, headers: { 'cache-control': 'no-store' } })

/** A provider says by itself that somebody signed out there (OpenID Connect Back-Channel Logout 1.0). */
export const logout = new ProtocolRoutes('', (_thrown, problem) => refused(problem().status))

const Sent = z.object({ logout_token: z.string().min(1).max(20_000).catch('').default('') })

logout.asking(
  'post',
  `${wayTo(':provider')}/logout`,
  openToAll,
  Sent,
  async (c, { logout_token: token }, step): Promise<Act> => {
    const provider = await step(async () => ensureOpen(await reached(named(c))))
    const said = await readLogoutToken(provider, token).catch(() => undefined)
    if (!said) return () => refused()
    return async () => {
      if (!(await isFirst(provider.id, said.jti))) return refused()
      const ended = await endSessionsAt(provider.id, said)
      await audit('provider_signed_out', `${provider.name}: ${ended.length}`)
      return new Response(null, { headers: { 'cache-control': 'no-store' } })
    }
  },
)
