import { createRemoteJWKSet, customFetch, decodeProtectedHeader, jwtVerify } from 'jose'
import { z } from 'zod'
import { db } from '#kernel/db'
import { outgoing } from '#kernel/outgoing'
import { authorityKey } from '#kernel/tenancy'
import { clientOf, type Reached, tolerance } from './client.ts'
import { Failure } from './failure.ts'
import { hashOf } from './way-out.ts'
import './tables.ts'

/** What a provider says of a sign-out (OpenID Connect Back-Channel Logout 1.0, 2.4). */
export interface LogoutToken {
  sub: string | null
  sid: string | null
  jti: string
}

const event = 'http://schemas.openid.net/event/backchannel-logout'

/** No row holds a NUL, and no name has signs that nobody sees. */
const named = z
  .string()
  .max(500)
  .regex(/^\P{Cc}+$/u)

const Claims = z
  .looseObject({
    sub: named.optional(),
    sid: named.optional(),
    jti: named,
    events: z.looseObject({ [event]: z.looseObject({}) }),
    nonce: z.never().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined)

/** In minutes: how old what a provider says may be. */
const newest = 10

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>()
const mostKept = 500
const ask = outgoing('identity', { connect: 3000, head: 5000, whole: 8000, bytes: 500_000 })

/** The keys of a provider: asked for again at most twice a minute, whoever sends what is signed by none of them. */
function keysAt(provider: Reached, url: string): ReturnType<typeof createRemoteJWKSet> {
  const name = `${authorityKey()} ${provider.id} ${url}`
  const known = keySets.get(name)
  if (known) return known
  const made = createRemoteJWKSet(new URL(url), {
    [customFetch]: (address, { headers, signal }) => ask(address, { headers, signal }),
  })
  const [oldest] = keySets.keys()
  if (keySets.size >= mostKept && oldest !== undefined) keySets.delete(oldest)
  keySets.set(name, made)
  return made
}

/** Reads what a provider says of a sign-out: signature, issuer, audience, time, and that it is about a sign-out. */
export async function readLogoutToken(provider: Reached, token: string): Promise<LogoutToken> {
  try {
    // Looked at before anybody is asked for keys.
    if (!/^(?:RS|PS|ES)\d{3}$|^EdDSA$|^Ed25519$/.test(decodeProtectedHeader(token).alg ?? ''))
      throw new Failure('unknown_key')
    const { issuer, jwks_uri: url } = (await clientOf(provider)).serverMetadata()
    if (!url) throw new Failure('misconfigured')
    const { payload } = await jwtVerify(token, keysAt(provider, url), {
      issuer,
      audience: provider.client_id,
      clockTolerance: tolerance,
      maxTokenAge: newest * 60,
      requiredClaims: ['iat', 'jti'],
    })
    const { sub = null, sid = null, jti } = Claims.parse(payload)
    return { sub, sid, jti }
  } catch (failure) {
    if (failure instanceof Failure) throw failure
    throw new Failure('refused')
  }
}

/** Whether this was never said before by this provider. */
export async function isFirst(providerId: string, jti: string): Promise<boolean> {
  const made = await db()
    .insertInto('kernel.logout_token')
    .values({
      ...{ provider_id: providerId, jti_hash: hashOf(jti) },
      expires_at: Temporal.Now.instant().add({ minutes: newest * 2 }),
    })
    .onConflict((on) => on.doNothing())
    .returning('jti_hash')
    .executeTakeFirst()
  return made !== undefined
}

/** Forgets what would be too old by now anyway. */
export async function forgetLogoutTokens(): Promise<void> {
  await db()
    .deleteFrom('kernel.logout_token')
    .where('expires_at', '<', Temporal.Now.instant())
    .execute()
}
