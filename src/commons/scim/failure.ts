import { Invalid } from '#kernel/errors'
import type { ProblemDetails } from '#kernel/http'

/** Why a request is refused, as RFC 7644 § 3.12 names it. */
export type ScimType =
  | 'invalidFilter'
  | 'invalidPath'
  | 'invalidSyntax'
  | 'invalidValue'
  | 'mutability'
  | 'noTarget'
  | 'uniqueness'

/** What SCIM itself refuses; everything else is refused by the verbs of the house. */
export class ScimError extends Error {
  readonly status: number
  readonly scimType: ScimType

  constructor(scimType: ScimType, detail: string, status = 400) {
    super(detail)
    this.scimType = scimType
    this.status = status
  }
}

/** An answer of SCIM. */
export const scimAnswer = (
  body: object | null,
  status = 200,
  headers: Record<string, string> = {},
): Response =>
  new Response(body && JSON.stringify(body), {
    status,
    headers: { 'cache-control': 'no-store', 'content-type': 'application/scim+json', ...headers },
  })

/** Words that the house has taken already: another has them. */
const taken = ['login', 'external_id']

/** A failure in the words of SCIM (RFC 7644 § 3.12). */
export function failed(thrown: unknown, problem: () => ProblemDetails): Response {
  if (thrown instanceof ScimError) return refused(thrown.status, thrown.message, thrown.scimType)
  const { status, detail, errors = {} } = problem()
  if (!(thrown instanceof Invalid)) return refused(status, detail)
  const said = [detail, ...Object.values(errors).flat()].join(' ')
  return Object.keys(errors).some((name) => taken.includes(name))
    ? refused(409, said, 'uniqueness')
    : refused(400, said, 'invalidValue')
}

function refused(status: number, detail: string, scimType?: ScimType): Response {
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:Error']
  return scimAnswer(
    { schemas, status: String(status), ...(scimType && { scimType }), detail },
    status,
    {
      ...(status === 401 && { 'www-authenticate': 'Bearer realm="beffroi"' }),
      ...(status === 429 && { 'retry-after': '60' }),
    },
  )
}
