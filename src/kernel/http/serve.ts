import { actAs, type Actor, anonymous, forSignedIn, may } from '#kernel/access'
import { audit } from '#kernel/audit'
import type { Database } from '#kernel/db'
import { Conflict, Forbidden, Invalid, NotFound, Stale } from '#kernel/errors'
import { inTenant, tenant } from '#kernel/tenancy'
import { unlessOvertaken } from './overtaken.ts'
import type { Answer, Attempt, Call, Refused, Route } from './routes.ts'
import { holdsNul, received, validated } from './validate.ts'

/** Finds out who asks, from the cookie or the bearer token of a request. */
export type Authenticate = (c: Call) => Promise<Actor>

/** Nobody has signed in, and the route is not public. */
export class SignInNeeded extends Error {}

/**
 * Serves one route: authenticate, permission, validate, act, present, in one transaction. A form
 * that does not hold, or is stale, is shown again, in a second one, with what was typed; where no
 * route shows it, what was refused is left in `refused`, for the page from which it was sent.
 */
export async function serve(
  route: Route,
  c: Call,
  database: Database,
  authenticate: Authenticate,
): Promise<Response> {
  const authority = tenant()
  let who: Actor = anonymous
  if (holdsNul(c.req.param())) throw new NotFound()
  const values = await received(route, c)
  try {
    return await unlessOvertaken(() =>
      inTenant(database, authority, async () => {
        who = await authenticate(c)
        return actAs(who, () => run(route, c, values))
      }),
    )
  } catch (problem) {
    if (problem instanceof Forbidden)
      await actAs(who, () => inTenant(database, authority, () => audit('refused', c.req.path)))
    const { again } = route
    const refused = refusedOf(values, problem, c)
    if (!refused) throw problem
    c.set('refused', refused)
    if (!again || refused.sentence) throw problem
    return inTenant(database, authority, () => actAs(who, async () => again(c, refused.attempt)))
  }
}

function refusedOf(
  values: Attempt['values'],
  problem: unknown,
  { req: { path: act } }: Call,
): Refused | undefined {
  if (problem instanceof Invalid)
    return { act, attempt: { values, errors: problem.fields }, status: 422 }
  if (problem instanceof Stale)
    return { act, attempt: { values, errors: {}, stale: { by: problem.by } }, status: 422 }
  if (problem instanceof Conflict) {
    const { sentence } = problem
    return { act, attempt: { values, errors: {} }, sentence, status: 409 }
  }
  return undefined
}

async function run(route: Route, c: Call, values: Record<string, unknown>): Promise<Response> {
  const { permission } = route
  if (!permission) throw new Error(`${route.path} has no permission`)
  c.set('permission', permission)
  if (!may(permission)) {
    if (may(forSignedIn)) throw new Forbidden()
    throw new SignInNeeded()
  }
  const input = route.input ? validated(route.input, values) : undefined
  return route.run(c, input) satisfies Answer
}
