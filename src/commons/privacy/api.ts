import { z } from 'zod'
import { audit } from '#kernel/audit'
import type { ApiRoutes } from '#kernel/http'
import { type Dossier, load } from '#commons/dossiers'
import { erasureApi } from './erasure.tsx'
import { readsRegister } from './pages.tsx'
import { prepare } from './prepare.ts'
import { activities, ofAuthority } from './register.ts'
import { requests } from './request.ts'
import { Lifting, prepares, readingsOfRequest, readsReadings, restricts } from './request-pages.tsx'
import { lift, restrict, restrictedBy } from './restriction.ts'

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
  api.on(
    'get',
    '/requests/:id/readings',
    readsReadings,
    {
      summary:
        'Who saw the data of whom a request is: their own page or card, and the dossiers that name them',
      answer: z.array(
        z.object({
          at: z.iso.datetime(),
          action: z.string(),
          who: z.string(),
          as_them: z.boolean().describe('Somebody who saw the house as they do'),
          subject: z.string(),
        }),
      ),
    },
    async (c) => {
      const { rows: readings } = await readingsOfRequest(await load(c, requests))
      await audit('audit_read', c.req.path)
      return readings.map(({ at, ...rest }) => ({ ...rest, at: at.toString() }))
    },
  )
  erasureApi(api)
  const Restricted = z.array(z.object({ subject_id: z.uuid(), begun_at: z.iso.datetime() }))
  const restricted = async (request: Pick<Dossier, 'id'>) =>
    (await restrictedBy(request)).map(({ subject_id, begun_at }) => ({
      ...{ subject_id, begun_at: begun_at.toString() },
    }))
  api.on(
    'post',
    '/requests/:id/restriction',
    restricts,
    {
      summary:
        'Restrict what is held of whom a request is: it is kept, and neither changed nor named anew (art. 18)',
      answer: Restricted,
    },
    async (c) => {
      const request = await load(c, requests)
      await restrict(request)
      return restricted(request)
    },
  )
  api.on(
    'post',
    '/requests/:id/lifting',
    restricts,
    {
      summary: 'Lift the restriction, for a reason that the person was told before (art. 18 § 3)',
      body: Lifting,
      answer: Restricted,
    },
    async (c, { because }) => {
      const request = await load(c, requests)
      await lift(request, because)
      return restricted(request)
    },
  )
}
