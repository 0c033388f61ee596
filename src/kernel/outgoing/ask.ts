import type { Config } from '#kernel/config'
import { Conflict, type Problem, Unavailable } from '#kernel/errors'
import { log } from '#kernel/log'
import { countOutgoing } from '#kernel/metrics'
import { authorityKey } from '#kernel/tenancy'
import { type AllowedPlace, allowedPlaces, placeFor, RefusedPlace } from './places.ts'
import { lookupOf, type Resolve, resolveName } from './resolve.ts'
import { type Answer, type Bounds, sendOnce, Slow, TooBig, Unreadable } from './send.ts'
import { turnOf } from './turns.ts'
import './locales/index.ts'

let allowed: readonly AllowedPlace[] = []
let proxy: string | null = null
let resolve: Resolve = resolveName

/** Says where this process may go besides the open web, and by which proxy; done once, at the start. */
export function useOutgoing(outgoing: Config['outgoing'], by: Resolve = resolveName): void {
  allowed = allowedPlaces(outgoing.allow)
  proxy = outgoing.proxy
  resolve = by
}

const usual: Bounds = { connect: 5000, head: 10_000, whole: 20_000, bytes: 1_000_000 }

/** What is asked of a server outside, as `fetch` takes it. */
export interface Asking {
  method?: string
  headers?: HeadersInit
  body?: string | Uint8Array | URLSearchParams | null
  /** Whether a redirect of a GET is followed, as far as `hops`; else it is the answer. */
  redirect?: 'follow' | 'manual' | 'error'
  signal?: AbortSignal | null
}

/** Asks as `fetch` does, so that libraries can take it for theirs. */
export type Ask = (url: string | URL, asking?: Asking) => Promise<Response>

/** How often one question may be led on. */
const hops = 3

/**
 * A way out of the house for one purpose, a name of ours that log and figures tell. Every question is asked of the open
 * web only, over TLS, or where the operator allowed (`OUTGOING_ALLOW`); it is bounded in time and size, and waits for
 * its turn among those of its authority. Throws `Conflict` where the address may not be asked, `Unavailable` where
 * nothing came of it: sentences that a person can be shown. Never what the server answered.
 */
export const outgoing =
  (purpose: string, bounds: Partial<Bounds> = {}): Ask =>
  async (url, asking = {}) => {
    const limits = { ...usual, ...bounds }
    const lateness = AbortSignal.timeout(limits.whole)
    const signal = asking.signal ? AbortSignal.any([lateness, asking.signal]) : lateness
    const began = performance.now()
    const target = targetOf(url)
    try {
      const end = await turnOf(authorityKey(), signal)
      const answer = await follow(target, asking, limits, signal).finally(end)
      countOutgoing(purpose, 'answered')
      return responseOf(answer)
    } catch (failure) {
      // Whoever asked no longer wants it.
      if (asking.signal?.aborted) throw failure
      const slow = lateness.aborted ? new Slow() : failure
      const { reason, problem } = problemOf(slow, target.hostname)
      const ms = Math.round(performance.now() - began)
      countOutgoing(purpose, reason)
      // The host, and nothing of the path: that may hold what is secret.
      log('warn', 'outgoing', { purpose, host: target.hostname, reason, ms, code: codeOf(failure) })
      throw problem
    }
  }

/** Throws `Conflict` where the house would never ask at this address: known before it is asked. */
export function ensureAskable(url: string | URL): void {
  const target = targetOf(url)
  try {
    placeFor(target, allowed)
  } catch (failure) {
    throw problemOf(failure, target.hostname).problem
  }
}

function targetOf(url: string | URL): URL {
  const target = URL.parse(String(url))
  if (!target) throw new Conflict('outgoing.no_address')
  return target
}

async function follow(
  first: URL,
  asking: Asking,
  bounds: Bounds,
  signal: AbortSignal,
): Promise<Answer> {
  const { method = 'GET', redirect = 'manual' } = asking
  const headers = new Headers(asking.headers)
  const body = bytesOf(asking.body, headers)
  headers.set('accept-encoding', 'identity')
  headers.set('user-agent', 'Beffroi')
  for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'expect'])
    headers.delete(name)
  let url = first
  for (let hop = 0; ; hop += 1) {
    const place = placeFor(url, allowed)
    const throughProxy = place.named ? null : proxy
    const lookup = throughProxy ? undefined : await lookupOf(place, resolve)
    const question = { url, method, headers, body, signal, bounds, lookup, proxy: throughProxy }
    const answer = await sendOnce(question)
    const next = redirectOf(answer, url)
    if (!next || redirect === 'manual') return answer
    if (redirect === 'error' || hop >= hops || !['GET', 'HEAD'].includes(method))
      throw new Unreadable()
    if (next.protocol !== url.protocol && next.protocol !== 'https:')
      throw new RefusedPlace('protocol')
    // What was meant for one server is not told to another.
    if (next.origin !== url.origin)
      for (const name of ['authorization', 'cookie', 'proxy-authorization']) headers.delete(name)
    url = next
  }
}

function bytesOf(body: Asking['body'], headers: Headers): Uint8Array | null {
  if (body === undefined || body === null) return null
  if (body instanceof URLSearchParams && !headers.has('content-type'))
    headers.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8')
  return body instanceof Uint8Array ? body : new TextEncoder().encode(String(body))
}

function redirectOf({ status, headers }: Answer, from: URL): URL | null {
  const location = headers.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null
  const next = URL.parse(location, from)
  if (!next) throw new Unreadable()
  return next
}

const responseOf = ({ status, headers, bytes }: Answer): Response =>
  new Response([204, 205, 304].includes(status) ? null : bytes, { status, headers })

/** What came of a question that was not answered, for the log and for a person. */
function problemOf(failure: unknown, host: string): { reason: string; problem: Problem } {
  if (failure instanceof RefusedPlace)
    return { reason: 'refused', problem: new Conflict('outgoing.refused', { host }) }
  const about = (reason: keyof typeof sentences) => ({
    reason,
    problem: new Unavailable(sentences[reason], { host }),
  })
  if (failure instanceof Slow) return about('slow')
  if (failure instanceof TooBig) return about('too_big')
  if (failure instanceof Unreadable || codeOf(failure)?.startsWith('HPE_'))
    return about('unreadable')
  return about(certificate.test(codeOf(failure) ?? '') ? 'certificate' : 'unreachable')
}

const sentences = {
  slow: 'outgoing.slow',
  too_big: 'outgoing.too_big',
  unreadable: 'outgoing.unreadable',
  certificate: 'outgoing.certificate',
  unreachable: 'outgoing.unreachable',
} as const

/** As OpenSSL and node name what is wrong with a certificate. */
const certificate = /CERT|^UNABLE_TO_|SIGNATURE|^ERR_TLS|^ERR_SSL|^HOSTNAME_MISMATCH/

const codeOf = (failure: unknown): string | undefined =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : undefined
