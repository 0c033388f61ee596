import {
  actAs,
  actor,
  type Actor,
  anonymous,
  ensureInPerson,
  ensureWithin,
  isForPeople,
  isOutside,
  isProgram,
  mayBy,
  forWhoeverIsHere,
  isTheirOwn,
  needsProof,
  isOpen,
  type Permission,
} from '#kernel/access'
import { audit, auditedAfter } from '#kernel/audit'
import { type Database, onlyRead } from '#kernel/db'
import { Conflict, Forbidden, Invalid, ProofNeeded, Stale, TooLarge } from '#kernel/errors'
import { inTenant, tenant } from '#kernel/tenancy'
import { unlessOvertaken } from './overtaken.ts'
import type { Act, Step } from './outside.ts'
import type { Answer, Call, Refused, Route } from './routes.ts'
import { received } from './body.ts'
import { isLittle } from './bounds.ts'
import { ensureActs } from './closed.ts'
import { ensureCarried } from './carried.ts'
import { tellsKey } from './peer.ts'
import { typedByHand } from './dates.ts'
import { forget, nothingSent, type Sent } from './sent.ts'
import { doneOnce, type Taken, taken } from './sent-once.ts'
import { unknownNames } from './unknown-names.ts'
import { wrongInTexts } from './bytes-in-texts.ts'
import { validated } from './validate.ts'

/** Finds out who asks, from the cookie or the bearer token of a request. */
export type Authenticate = (c: Call) => Promise<Actor>

/**
 * Asks who acts to prove anew who they are, where that was long ago: gives the page that asks, or nothing where it is
 * proven, by what was sent along too.
 */
export type Prove = (
  c: Call,
  proof: string | undefined,
  sent: Record<string, unknown>,
) => Promise<Response | undefined>

/** The page is of the authority, and whoever asks acts from outside of it. */
export class OtherHat extends Forbidden {
  constructor() {
    super('errors.other_hat')
  }
}

/** Nobody has signed in, and the route is not public. */
export class SignInNeeded extends Error {}

/**
 * Serves one route: authenticate, permission, validate, act, present, in one transaction. What is sent is read
 * before that, with no transaction open; where it is more than anybody may send, only once it is known that
 * whoever asks may send it. A form that does not hold, or is stale, is shown again, in a second one, with what was
 * typed; where no route shows it, what was refused is left in `refused`, for the page from which it was sent.
 */
export async function serve(
  route: Route,
  c: Call,
  database: Database,
  authenticate: Authenticate,
  prove: Prove,
): Promise<Response> {
  const authority = tenant()
  let who: Actor = anonymous
  let sent = nothingSent
  const asWhoAsks = <T>(work: () => Promise<T>) =>
    inTenant(database, authority, async () => {
      who = await authenticate(c)
      const isReadOnly = who.seenBy !== undefined && route.permission !== forWhoeverIsHere
      if (!isReadOnly) return actAs(who, work)
      await ensureReads(route)
      return actAs(who, async () => {
        await audit('seen_as', c.req.path)
        return work()
      })
    })
  const asWhoAsksAudited = <T>(work: () => Promise<T>) =>
    auditedAfter(
      () => asWhoAsks(work),
      (write) => inTenant(database, authority, write),
    )
  try {
    ensureCarried(c)
    if (tellsKey(c)) throw Invalid.field('access_token', 'http.key_in_address')
    if (bringsMuch(route, c)) await asWhoAsks(async () => ensureMay(route))
    sent = await received(route, c)
    const once = taken(route, c, sent.values)
    c.set('form', once.form)
    const errors = { ...sent.errors, ...(await wrongInTexts(once.values)) }
    sent = { values: once.values, errors }
    // In a transaction of its own: that it was tried is kept, whatever becomes of the act.
    const proofAsked = () =>
      asWhoAsks(async () => {
        ensureMay(route)
        return prove(c, once.proof, once.values)
      })
    const asked = asksProof(route) ? await proofAsked() : undefined
    if (asked) return asked
    const outside = await askedOutside(route, c, once, errors, asWhoAsks)
    const act = () =>
      unlessOvertaken(() => asWhoAsksAudited(() => run(route, c, once, errors, outside)))
    const answer = await act().catch(async (problem: unknown) => {
      if (!(problem instanceof ProofNeeded)) throw problem
      return (await proofAsked()) ?? act()
    })
    return keptBy(answer, c)
  } catch (thrown) {
    const problem =
      who.seenBy && isWriting(thrown) ? new Forbidden('http.seeing.reads_only') : thrown
    if (problem instanceof Forbidden && !(problem instanceof OtherHat))
      await actAs(who, () => inTenant(database, authority, () => audit('refused', c.req.path)))
    const { again } = route
    const refused = refusedOf(sent, problem, c)
    if (!refused) throw problem
    c.set('refused', refused)
    if (!again || refused.sentence || who.seenBy) throw problem
    return await inTenant(database, authority, () =>
      actAs(who, async () => again(c, refused.attempt)),
    )
  } finally {
    await forget(sent)
  }
}

/**
 * Who sees the house as somebody else reads, in a transaction that PostgreSQL holds to it, and what is not that person’s own.
 * Throws `Forbidden`.
 */
async function ensureReads({ method, permission }: Route): Promise<void> {
  if (method !== 'get') throw new Forbidden('http.seeing.reads_only')
  if (permission && (isTheirOwn(permission) || needsProof(permission, 'read')))
    throw new Forbidden('http.seeing.their_own')
  await onlyRead()
}

/** What PostgreSQL says of a statement that would write in a transaction that reads. */
const isWriting = (thrown: unknown) =>
  thrown instanceof Error && 'code' in thrown && thrown.code === '25006'

/** A file says nothing of cookies: the session that was given before the act is kept all the same. */
function keptBy(answer: Response, c: Call): Response {
  const line = c.get('session')?.cookie
  if (line && !answer.headers.getSetCookie().includes(line))
    answer.headers.append('set-cookie', line)
  return answer
}

/** What is dangerous is not done by whoever finds a browser open. */
const asksProof = ({ permission, method }: Route) =>
  permission !== undefined && needsProof(permission, method === 'get' ? 'read' : 'act')

/** Where anybody may ask, or no more is sent than anybody may, there is nothing to find out before. */
const bringsMuch = ({ method, input, permission }: Route, c: Call) =>
  method !== 'get' && input !== undefined && !isOpen(permission) && !isLittle(c.req.header())

function refusedOf(
  { values }: Sent,
  problem: unknown,
  { req: { path: act } }: Call,
): Refused | undefined {
  if (problem instanceof Invalid)
    return { act, attempt: { values, errors: problem.fields }, status: 422 }
  if (problem instanceof Stale)
    return { act, attempt: { values, errors: {}, stale: { by: problem.by } }, status: 422 }
  if (problem instanceof Conflict || problem instanceof TooLarge) {
    const { sentence, status } = problem
    return { act, attempt: { values, errors: {} }, sentence, status }
  }
  return undefined
}

function ensureMay({ permission, path, method, face }: Route): Permission {
  if (!permission) throw new Error(`${path} has no permission`)
  // Pages are for people: a program that had one would be taken for who reads it.
  if (face === 'page') ensureInPerson()
  const doing = method === 'get' ? 'read' : 'act'
  if (mayBy(permission, doing)) return permission
  if (isOutside()) throw new OtherHat()
  if (isProgram() && isForPeople(permission)) throw new Forbidden('errors.in_person')
  // Where it was given the trade, it lacks the role, as a person would.
  if (isProgram()) ensureWithin(permission.name.split('.')[0] ?? '', doing)
  if (actor().id !== null) throw new Forbidden()
  throw new SignInNeeded()
}

/** What a route asks outside of the house, with no transaction open; it gives the act. */
async function askedOutside(
  route: Route,
  c: Call,
  sent: Taken,
  errors: Sent['errors'],
  step: Step,
): Promise<Act | undefined> {
  if (!route.outside) return undefined
  // A standard asks nobody who they are where all may come: what is sent there is looked at before any transaction.
  if (route.face === 'protocol' && isOpen(route.permission)) ensureActs(route)
  else
    await step(async () => {
      ensureMay(route)
      ensureActs(route)
    })
  return route.outside(c, inputOf(route, sent, errors), step)
}

/** What was sent, as the schema of the route makes it. Throws `Invalid`. */
function inputOf(route: Route, { values }: Taken, errors: Sent['errors']): unknown {
  const wrong = { ...errors, ...(route.face === 'api' && unknownNames(route.input, values)) }
  if (!route.input && Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const read = () => (route.input ? validated(route.input, values, wrong) : undefined)
  return route.face === 'api' ? read() : typedByHand(read)
}

async function run(
  route: Route,
  c: Call,
  sent: Taken,
  errors: Sent['errors'],
  outside: Act | undefined,
): Promise<Response> {
  c.set('permission', ensureMay(route))
  ensureActs(route)
  if (outside) return doneOnce(sent, outside)
  const input = inputOf(route, sent, errors)
  return doneOnce(sent, () => route.run(c, input) satisfies Answer)
}
