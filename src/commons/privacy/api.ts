import { z } from 'zod'
import type { ApiRoutes } from '#kernel/http'
import { load } from '#commons/dossiers'
import { prepares, readsRegister } from './pages.tsx'
import { prepare } from './prepare.ts'
import { activities, ofAuthority } from './register.ts'
import { requests } from './request.ts'

/** Adds the register, and what is done for a request besides writing it. */
export function privacyApi(api: ApiRoutes): void {
  api.on(
    'get',
    '/register',
    readsRegister,
    {
      summary: 'The register of processing activities (GDPR art. 30)',
      answer: z.object({
        ...{ controller: z.string(), officer: z.string(), transfers: z.string() },
        security: z.string(),
        activities: z.array(
          z.object({
            ...{ title: z.string(), purpose: z.string(), basis: z.string(), persons: z.string() },
            ...{ data: z.string(), recipients: z.string(), kept: z.string() },
          }),
        ),
      }),
    },
    async () => ({ ...(await ofAuthority()), activities: activities() }),
  )
  api.on(
    'post',
    '/requests/:id/preparation',
    prepares,
    {
      summary:
        'Have what is held of somebody gathered into a file, which becomes an annex of the request',
      status: 202,
    },
    async (c) => prepare(await load(c, requests)),
  )
}
