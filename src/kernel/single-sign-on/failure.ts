import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { Conflict, Problem, Unavailable } from '#kernel/errors'
import { t } from '#kernel/i18n'
import './locales/index.ts'

/** Why nothing came of a way to a provider, each with a sentence for the person and a word for the audit. */
export type Reason =
  | 'assurance'
  | 'audience'
  | 'cancelled'
  | 'expired'
  | 'issuer'
  | 'lost'
  | 'misconfigured'
  | 'nonce'
  | 'not_fresh'
  | 'refused'
  | 'unavailable'
  | 'unknown_key'

/** What is told of it. `detail`: what an administrator is told besides, never what the provider wrote about somebody. */
export class Failure extends Error {
  readonly reason: Reason
  readonly detail: string

  constructor(reason: Reason, detail = '') {
    super(reason)
    this.reason = reason
    this.detail = detail
  }
}

/** The sentence for the person who went to a provider. */
export const failureInWords = (reason: Reason, name: string): string =>
  t(`single_sign_on.failure.${reason}`, { name })

/** What went wrong at a provider, whatever library said it. */
export function failureOf(failure: unknown): Failure {
  if (failure instanceof Failure) return failure
  const chain = causesOf(failure)
  const problem = chain.find((one) => one instanceof Problem)
  if (problem instanceof Conflict) return new Failure('misconfigured', problem.sentence)
  if (problem instanceof Unavailable) return new Failure('unavailable', problem.sentence)
  for (const one of chain) {
    const reason = reasonOf(one)
    if (reason) return new Failure(reason, detailOf(one))
  }
  if (chain.some((one) => one instanceof ClientError)) return new Failure('misconfigured')
  throw failure
}

/** An error and what it came of. */
function causesOf(failure: unknown): unknown[] {
  const chain: unknown[] = []
  for (let one = failure; one instanceof Error && chain.length < 8; one = one.cause) chain.push(one)
  return chain
}

function reasonOf(failure: unknown): Reason | undefined {
  if (failure instanceof AuthorizationResponseError)
    return errorsOfAnswer[failure.error] ?? 'refused'
  if (failure instanceof ResponseBodyError)
    return failure.error === 'invalid_grant' ? 'refused' : 'misconfigured'
  if (failure instanceof DOMException && failure.name === 'TimeoutError') return 'unavailable'
  return failure instanceof Error ? byCode(failure) : undefined
}

/** What a provider answers instead of a code (OpenID Connect Core 3.1.2.6, RFC 6749 4.1.2.1). */
const errorsOfAnswer: Readonly<Record<string, Reason>> = {
  access_denied: 'cancelled',
  invalid_request: 'misconfigured',
  invalid_scope: 'misconfigured',
  server_error: 'unavailable',
  temporarily_unavailable: 'unavailable',
  unauthorized_client: 'misconfigured',
  unmet_authentication_requirements: 'assurance',
  unsupported_response_type: 'misconfigured',
}

function byCode(failure: Error): Reason | undefined {
  const code = 'code' in failure ? String(failure.code) : ''
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'expired'
  if (code === 'OAUTH_KEY_SELECTION_FAILED') return 'unknown_key'
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return 'unavailable'
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'issuer'
  if (code !== 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' && code !== 'OAUTH_INVALID_RESPONSE')
    return undefined
  const text = causesOf(failure)
    .map((one) => (one instanceof Error ? `${one.message} ${claimOf(one)}` : ''))
    .join(' ')
  if (/\bnonce\b/.test(text)) return 'nonce'
  if (/\baud\b|\bazp\b/.test(text)) return 'audience'
  if (/\biss\b/.test(text)) return 'issuer'
  if (/signature/.test(text)) return 'unknown_key'
  if (/auth_time/.test(text)) return 'not_fresh'
  return /\bexp\b|\biat\b/.test(text) ? 'expired' : undefined
}

/** The claim of which a check speaks: the library says it in the cause of its error. */
function claimOf({ cause }: Error): string {
  return typeof cause === 'object' && cause !== null && 'claim' in cause ? String(cause.claim) : ''
}

/** The word of the protocol, where it is one: an administrator can look it up. */
const detailOf = (failure: unknown): string =>
  (failure instanceof AuthorizationResponseError || failure instanceof ResponseBodyError) &&
  /^[\w.]{1,60}$/.test(failure.error)
    ? failure.error
    : ''
