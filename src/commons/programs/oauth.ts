import { z } from 'zod'
import { openToAll } from '#kernel/access'
import { originHere } from '#kernel/auth'
import { basicOf, type Call, type ProblemDetails, ProtocolRoutes } from '#kernel/http'
import { scopes } from './scopes.ts'
import { endToken, exchange } from './token.ts'

/** How OAuth says that something failed (RFC 6749 § 5.2). */
type OAuthError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'slow_down'
  | 'server_error'

function failed(
  error: OAuthError,
  status: 400 | 401 | 413 | 429 | 500 | 503,
  besides: { description?: string; headers?: Record<string, string> } = {},
): Response {
  const { description, headers } = besides
  return Response.json(
    { error, ...(description && { error_description: description }) },
    {
      status,
      headers: {
        ...{ 'cache-control': 'no-store', pragma: 'no-cache' },
        ...(status === 401 && { 'www-authenticate': 'Basic realm="beffroi"' }),
        ...headers,
      },
    },
  )
}

const failure = (_thrown: unknown, problem: () => ProblemDetails): Response => {
  const { status, detail } = problem()
  return status >= 500
    ? failed('server_error', status === 503 ? 503 : 500)
    : failed('invalid_request', status === 413 ? 413 : 400, { description: plain(detail) })
}

/** Descriptions are of the letters of ASCII (RFC 6749 § 5.2). */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/["\\]/g, "'")
    .replaceAll(/[^\x20-\x7e]/g, '')

/** OAuth 2.0 for programs: client credentials, revocation, metadata (RFC 6749 § 4.4, 7009, 8414). */
export const oauth = new ProtocolRoutes('', failure)

const text = () => z.string().max(4000).optional()
const Credentials = { client_id: text(), client_secret: text() }
const Asked = z.object({ grant_type: text(), scope: text(), ...Credentials })
const Ending = z.object({ token: text(), token_type_hint: text(), ...Credentials })

/** Who asks: by the header or in the body, never both (RFC 6749 § 2.3). */
interface Shown {
  client_id?: string | undefined
  client_secret?: string | undefined
}
function credentialsIn(c: Call, sent: Shown) {
  const basic = basicOf(c)
  if (c.req.header('authorization') !== undefined) {
    if (sent.client_secret !== undefined) return 'twice' as const
    return basic ?? { name: '', secret: '' }
  }
  return { name: sent.client_id ?? '', secret: sent.client_secret ?? '' }
}

oauth.on('post', '/api/token', openToAll, Asked, async (c, sent) => {
  const who = credentialsIn(c, sent)
  if (who === 'twice') return failed('invalid_request', 400)
  if (sent.grant_type === undefined) return failed('invalid_request', 400)
  if (sent.grant_type !== 'client_credentials') return failed('unsupported_grant_type', 400)
  const result = await exchange(who.name, who.secret, sent.scope)
  if (result.outcome === 'granted')
    return Response.json(
      {
        ...{ access_token: result.token, token_type: 'Bearer', expires_in: result.expiresIn },
        scope: result.scopes.join(' '),
      },
      { headers: { 'cache-control': 'no-store', pragma: 'no-cache' } },
    )
  return refused(result)
})

oauth.on('post', '/api/token/revocation', openToAll, Ending, async (c, sent) => {
  const who = credentialsIn(c, sent)
  if (who === 'twice' || !sent.token) return failed('invalid_request', 400)
  const outcome = await endToken(who.name, who.secret, sent.token)
  if (outcome === 'granted') return new Response(null, { headers: { 'cache-control': 'no-store' } })
  return refused({ outcome })
})

function refused(result: { outcome: string; minutes?: number }): Response {
  if (result.outcome === 'invalid_scope') return failed('invalid_scope', 400)
  if (result.outcome !== 'too_many') return failed('invalid_client', 401)
  const wait = String((result.minutes ?? 1) * 60)
  return failed('slow_down', 429, { headers: { 'retry-after': wait } })
}

const metadata = '/.well-known/oauth-authorization-server'
const NothingAsked = z.object({})

oauth.on('get', metadata, openToAll, NothingAsked, async () => {
  const issuer = await originHere()
  const methods = ['client_secret_basic', 'client_secret_post']
  return Response.json({
    issuer,
    token_endpoint: `${issuer}/api/token`,
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint: `${issuer}/api/token/revocation`,
    revocation_endpoint_auth_methods_supported: methods,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    scopes_supported: scopes(),
    service_documentation: `${issuer}/api/openapi.json`,
  })
})
