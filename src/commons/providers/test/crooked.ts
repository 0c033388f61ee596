import type { IncomingMessage, ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { addProvider, standAs } from '#kernel/single-sign-on'
import type { Answered, Visitor } from '#kernel/testing'
import { listening, type TestAuthority } from '#test/harness'
import { fieldsOf } from './given-provider.ts'

/** What a provider does otherwise than it should. */
export interface Wrong {
  /** What its token says otherwise; undefined: leaves out. */
  claims?: Record<string, unknown>
  /** Signs with a key that it does not publish, under a name of its own or that of another; or not at all. */
  signs?: 'unknown key' | 'key of another' | 'nothing'
  /** What its token endpoint answers, in the place of a token. */
  answers?: { status: number; body: object | string }
  /** What stands in the address besides, or in its place. */
  address?: Record<string, string>
  /** Never answers. */
  late?: boolean
}

/** A provider that answers what a test makes it answer, right but for what is said. */
export interface Crooked {
  id: string
  issuer: string
  /** Somebody goes there and comes back. */
  comes(visitor: Visitor, wrong?: Wrong): Promise<Answered>
  /** Comes back from where somebody who has signed in was sent. */
  links(visitor: Visitor, href: string, wrong?: Wrong): Promise<Answered>
  /** Says of itself that somebody signed out, with whatever claims. */
  tellsOfSignOut(visitor: Visitor, claims: JWTPayload, wrong?: Wrong): Promise<number>
  stop(): void
}

const now = () => Math.floor(Date.now() / 1000)

export async function givenCrooked(
  authority: TestAuthority,
  fields: Partial<ReturnType<typeof fieldsOf>> = {},
): Promise<Crooked> {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  let wrong: Wrong = {}
  let idToken = ''
  const { server, origin } = await listening((request, response) => {
    if (!wrong.late) void answer(request, response)
  })

  const says: Record<string, () => Promise<{ status: number; body: object | string }>> = {
    '/.well-known/openid-configuration': async () => ok(discovery(origin)),
    '/jwks': async () =>
      ok({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }] }),
    '/token': async () =>
      wrong.answers ?? ok({ access_token: 'a', token_type: 'Bearer', id_token: idToken }),
  }
  const ok = (body: object) => ({ status: 200, body })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, body } = (await says[request.url ?? '']?.()) ?? { status: 404, body: {} }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

  function signed(claims: JWTPayload, { signs }: Wrong): Promise<string> | string {
    if (signs === 'nothing') return new UnsecuredJWT(claims).encode()
    const kid = signs === 'unknown key' ? 'other' : 'own'
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign((signs ? other : own).privateKey)
  }

  const id = await authority.asSystem(async () => {
    const made = await addProvider({ ...fieldsOf(origin), asks_user_info: false, ...fields }, '')
    await standAs(made, 'on')
    return made
  })
  const usual = () => ({ iss: origin, aud: 'beffroi', iat: now(), exp: now() + 300 })
  async function back(visitor: Visitor, href: string): Promise<Answered> {
    const asked = new URL(href).searchParams
    const nonce = asked.get('nonce') ?? ''
    idToken = await signed({ ...usual(), sub: 'jeanne', nonce, ...wrong.claims }, wrong)
    const answer = { state: asked.get('state') ?? '', code: 'a code', iss: origin }
    const query = new URLSearchParams({ ...answer, ...wrong.address }).toString()
    return visitor.get(`/sign-in/with/${id}/back?${query}`)
  }

  return {
    ...{ id, issuer: origin },
    async comes(visitor, otherwise = {}) {
      wrong = otherwise
      const out = await visitor.get(`/sign-in/with/${id}`)
      return out.status === 303 ? back(visitor, out.headers.get('location') ?? '') : out
    },
    links(visitor, href, otherwise = {}) {
      wrong = otherwise
      return back(visitor, href)
    },
    async tellsOfSignOut(visitor, claims, otherwise = {}) {
      const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
      const token = await signed({ ...usual(), events, ...claims }, otherwise)
      const sent = new URLSearchParams({ logout_token: token })
      return (await visitor.fromServer(`/sign-in/with/${id}/logout`, sent)).status
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  authorization_response_iss_parameter_supported: true,
  code_challenge_methods_supported: ['S256'],
})
