import * as oidc from 'openid-client'
import { written } from '#kernel/characters'
import { outgoing } from '#kernel/outgoing'
import { authorityKey } from '#kernel/tenancy'
import { Failure, failureOf } from './failure.ts'
import type { Provider } from './provider.ts'

/** A provider, with what the house proves itself by. */
export type Reached = Provider & { secret: string | null }

/** In milliseconds: somebody waits in front of a screen. */
const ask = outgoing('identity', { connect: 3000, head: 5000, whole: 8000, bytes: 500_000 })

/** In seconds: by so much the clock of a provider may differ. */
export const tolerance = 30
/** In minutes: for so long is believed what a provider said of its own addresses. Keys are asked for each time. */
const believed = 10
/** So many are kept; those that came first leave. */
const mostKept = 500

const kept = new Map<string, { until: number; metadata: oidc.ServerMetadata }>()

/** What is asked at a provider. Throws `Failure`. `anew`: what it said before is not believed. */
export async function clientOf(provider: Reached, anew = false): Promise<oidc.Configuration> {
  const metadata = await metadataOf(provider, anew)
  const client = new oidc.Configuration(
    metadata,
    provider.client_id,
    { [oidc.clockTolerance]: tolerance },
    provider.secret === null ? oidc.None() : authenticationFor(metadata, provider.secret),
  )
  client[oidc.customFetch] = askAs
  client.timeout = 10
  if (isPlain(provider.issuer)) oidc.allowInsecureRequests(client)
  // The signature is looked at although the token came over TLS: whoever stands between could have been trusted.
  oidc.enableNonRepudiationChecks(client)
  return client
}

/** Without TLS is asked only where the operator allowed it: `outgoing` refuses all others. */
const isPlain = (issuer: string) => issuer.startsWith('http:')

const askAs: oidc.CustomFetch = (url, { body, headers, method, signal }) =>
  ask(url, {
    ...{ headers, method },
    ...(signal && { signal }),
    body: typeof body === 'string' || body instanceof URLSearchParams ? body : null,
  })

function authenticationFor(
  { token_endpoint_auth_methods_supported: ways }: oidc.ServerMetadata,
  secret: string,
): oidc.ClientAuth {
  return ways && !ways.includes('client_secret_basic') && ways.includes('client_secret_post')
    ? oidc.ClientSecretPost(secret)
    : oidc.ClientSecretBasic(secret)
}

async function metadataOf(provider: Reached, anew: boolean): Promise<oidc.ServerMetadata> {
  const key = `${authorityKey()} ${provider.id} ${provider.issuer}`
  const known = kept.get(key)
  if (known && !anew && known.until > performance.now()) return known.metadata
  const metadata = await discover(provider.issuer)
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(key, { until: performance.now() + believed * 60_000, metadata })
  return metadata
}

async function discover(issuer: string): Promise<oidc.ServerMetadata> {
  try {
    const server = new URL(issuer)
    const found = await oidc.discovery(server, 'nobody', undefined, oidc.None(), {
      [oidc.customFetch]: askAs,
      timeout: 10,
      ...(isPlain(issuer) && { execute: [oidc.allowInsecureRequests] }),
    })
    const metadata = found.serverMetadata()
    // Some answer for all organisations at once: whose people these are would be theirs to say.
    if (new URL(metadata.issuer).href !== server.href)
      throw new Failure('issuer', 'several issuers')
    return metadata
  } catch (failure) {
    throw failureOf(failure)
  }
}

/** What a way to a provider is bound to, for when its answer comes back. */
export interface Bound {
  state: string
  nonce: string
  codeVerifier: string
  redirectUri: string
}

export const newBound = (redirectUri: string): Bound => ({
  ...{ state: oidc.randomState(), nonce: oidc.randomNonce(), redirectUri },
  codeVerifier: oidc.randomPKCECodeVerifier(),
})

/** Where the browser goes. `fresh`: the person proves who they are even where the provider knows them already. */
export async function addressAt(
  client: oidc.Configuration,
  provider: Provider,
  bound: Bound,
  { fresh }: { fresh: boolean },
): Promise<string> {
  const url = oidc.buildAuthorizationUrl(client, {
    redirect_uri: bound.redirectUri,
    scope: provider.scopes,
    code_challenge: await oidc.calculatePKCECodeChallenge(bound.codeVerifier),
    code_challenge_method: 'S256',
    ...{ state: bound.state, nonce: bound.nonce },
    ...(provider.acr_values && { acr_values: provider.acr_values }),
    ...(fresh && { prompt: 'login', max_age: '0' }),
  })
  return url.href
}

/** What a provider says of somebody, once all of it was checked. */
export interface Identified {
  issuer: string
  subject: string
  /** As it calls them in what it says of sign-outs. */
  sub: string
  sid: string | null
  authenticatedAt: Temporal.Instant | null
  idToken: string
  claims: Readonly<Record<string, unknown>>
}

/**
 * Takes the answer of a provider, as it stands in the address to which the browser came back, for what it says of
 * somebody: state, issuer, code with its verifier, signature, issuer, audience, times and nonce of the token are looked at.
 * Throws `Failure`.
 */
export async function identified(
  client: oidc.Configuration,
  provider: Provider,
  search: string,
  bound: Bound,
  { since }: { since: Temporal.Instant | null },
): Promise<Identified> {
  try {
    const back = new URL(bound.redirectUri)
    back.search = search
    const tokens = await oidc.authorizationCodeGrant(client, back, {
      expectedNonce: bound.nonce,
      expectedState: bound.state,
      pkceCodeVerifier: bound.codeVerifier,
      idTokenExpected: true,
      ...(since && { maxAge: 3600 }),
    })
    const claims = tokens.claims()
    const idToken = tokens.id_token
    if (!claims || idToken === undefined) throw new Failure('misconfigured')
    const more = provider.asks_user_info
      ? await oidc.fetchUserInfo(client, tokens.access_token, claims.sub)
      : {}
    const all = asWritten({ ...more, ...claims })
    ensureAssured(provider, claims.acr)
    const authenticatedAt =
      claims.auth_time === undefined
        ? null
        : Temporal.Instant.fromEpochMilliseconds(claims.auth_time * 1000)
    if (since) ensureFresh(authenticatedAt, since)
    const { [provider.subject_claim]: subject } = claims
    if (!isName(subject)) throw new Failure('misconfigured', provider.subject_claim)
    const { sid } = claims
    if (!isName(claims.sub)) throw new Failure('misconfigured', 'sub')
    return {
      ...{
        issuer: provider.issuer,
        subject,
        sub: claims.sub,
        authenticatedAt,
        idToken,
        claims: all,
      },
      sid: isName(sid) ? sid : null,
    }
  } catch (failure) {
    throw failureOf(failure)
  }
}

/** What names somebody or a session is compared sign by sign, and kept: what no row can hold names nobody. */
const isName = (said: unknown): said is string =>
  typeof said === 'string' && /^\P{Cc}+$/u.test(said)

/** What a provider says of somebody, as the house writes texts; nothing else of it is changed. */
function asWritten(said: Record<string, unknown>): Record<string, unknown> {
  const one = (value: unknown): unknown => {
    // No row holds a NUL.
    if (typeof value === 'string') return written(value).replaceAll('\u0000', '')
    if (Array.isArray(value)) return value.map(one)
    return value !== null && typeof value === 'object' ? asWritten({ ...value }) : value
  }
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, one(value)]))
}

function ensureAssured({ acr_values: wanted }: Provider, acr: unknown): void {
  const levels = wanted.split(' ').filter(Boolean)
  if (levels.length > 0 && !(typeof acr === 'string' && levels.includes(acr)))
    throw new Failure('assurance')
}

function ensureFresh(at: Temporal.Instant | null, since: Temporal.Instant): void {
  if (!at || Temporal.Instant.compare(at, since.subtract({ seconds: tolerance })) < 0)
    throw new Failure('not_fresh')
}

/** Where one ends one’s session at a provider, where it has such a place. */
export function leaveAt(
  client: oidc.Configuration,
  { back, state, idToken }: { back: string; state: string; idToken: string | null },
): string | null {
  if (!client.serverMetadata().end_session_endpoint) return null
  return oidc.buildEndSessionUrl(client, {
    ...{ post_logout_redirect_uri: back, state },
    ...(idToken && { id_token_hint: idToken }),
  }).href
}
