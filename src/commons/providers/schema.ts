import { z } from 'zod'
import { flag, id, line, optionalLine } from '#kernel/http'

/** As providers write themselves: an address without a question in it. Over TLS, or where the operator allowed another. */
const issuer = line(500).refine((text) => {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
}, 'providers.issuer_wrong')

const words = (most: number) =>
  optionalLine(most).transform((text) => text.split(/\s+/).filter(Boolean).join(' '))

/** What is said of a provider, in form and API. */
export const ProviderFieldsSent = z.object({
  name: line(60),
  issuer,
  client_id: line(300),
  scopes: words(300)
    .refine((text) => text.split(' ').includes('openid'), 'providers.scopes_wrong')
    .prefault('openid profile email'),
  subject_claim: z.enum(['sub', 'oid']).default('sub'),
  acr_values: words(500),
  asks_user_info: flag(),
  takes_external_id: flag(),
  serves: z.enum(['staff', 'citizens']).default('staff'),
  number_claim: optionalLine(100),
})

/** A secret is typed or kept: it is never shown. */
export const Secret = z.object({ client_secret: optionalLine(500) })

const rule = { claim: line(200), value: line(300) }

/** What a claim gives. */
export const RuleSent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('role'), ...rule, role: line(80) }),
  z.object({
    ...{ kind: z.literal('function'), ...rule, service_id: id() },
    function: z.enum(['editor', 'head', 'observer']),
  }),
])

export const StandingSent = z.object({ standing: z.enum(['off', 'on', 'only']) })
