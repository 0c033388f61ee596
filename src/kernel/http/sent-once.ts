import { createHash } from 'node:crypto'
import { isOpen } from '#kernel/access'
import { draftTaken } from '#kernel/drafts'
import { Conflict, Forbidden, Invalid } from '#kernel/errors'
import { SentFile } from '#kernel/files'
import { type Answered, KeyReused, once, RightsLost, SentBefore, type Sending } from '#kernel/once'
import { type Call, type Route, type SentForm, takesKey } from './routes.ts'

/** What a form sends besides its answers, for the house alone: no schema sees it. */
const besides = {
  key: 'form_key',
  of: 'form_of',
  edition: 'form_edition',
  proof: 'form_proof_password',
} as const

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** What was sent, without what is for the house alone, and what of it is to be done once. */
export interface Taken {
  readonly values: Record<string, unknown>
  readonly sending: Sending | undefined
  readonly form: SentForm | undefined
  /** By what the one who acts proves anew who they are. */
  readonly proof: string | undefined
}

/**
 * What came with the key of its form, or a program's `Idempotency-Key`, is done once. Who has not signed in has no
 * keys: there, everybody would be answered what another was.
 */
export function taken(
  route: Route,
  c: Call,
  {
    [besides.key]: key,
    [besides.of]: of,
    [besides.edition]: edition,
    [besides.proof]: proof,
    ...values
  }: Record<string, unknown>,
): Taken {
  const form =
    typeof of === 'string' ? { of, edition: typeof edition === 'string' ? edition : '' } : undefined
  const sending = (): Sending | undefined => {
    if (route.method === 'get' || isOpen(route.permission) || route.documented?.secret)
      return undefined
    if (takesKey(route)) {
      if (typeof key !== 'string' || !uuid.test(key)) return undefined
      const sent = markOf(c, values)
      // Forms of one page have one key: what they say is the other half of it.
      return {
        key: `form:${key}:${sent.toString('hex')}`,
        sent,
        ofPage: { adds: c.var.adds === true },
      }
    }
    const given = c.req.header('idempotency-key')
    if (given === undefined) return undefined
    const named = /^(?:"([\x21\x23-\x7e]{1,200})"|([\x21\x23-\x7e]{1,200}))$/.exec(given)
    if (!named) throw Invalid.field('Idempotency-Key', 'http.field.wrong')
    return { key: `api:${named[1] ?? named[2]}`, sent: markOf(c, values) }
  }
  return {
    ...{ values, sending: sending(), form },
    proof: typeof proof === 'string' ? proof : undefined,
  }
}

/** SHA-256 of what was sent, and where; without passwords, of which no trace is kept but their own hash. */
function markOf(c: Call, values: Record<string, unknown>): Buffer {
  const hash = createHash('sha256').update(`${c.req.method} ${c.req.path}\n`)
  const said = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(said)
    return value instanceof SentFile ? [value.name, value.hash] : value
  }
  const told = Object.entries(values).filter(([name]) => !name.includes('password'))
  for (const [name, value] of told) hash.update(`${JSON.stringify([name, said(value)])}\n`)
  return hash.digest()
}

/** Does it, unless it was done: then answers as it was answered. */
export async function doneOnce(
  { sending, form }: Taken,
  work: () => Response | Promise<Response>,
): Promise<Response> {
  const done = async () => {
    const answer = await work()
    // Its answers were taken: they need not be kept as a draft any more.
    if (answer.status === 303 && form && uuid.test(form.edition))
      await draftTaken(form.of, form.edition)
    return answer
  }
  if (!sending) return done()
  try {
    const answer = await once(sending, done, keepable)
    return answer instanceof Response ? answer : again(answer)
  } catch (failure) {
    if (failure instanceof KeyReused) throw Invalid.field('Idempotency-Key', 'http.key_reused')
    if (failure instanceof RightsLost) throw new Forbidden('http.rights_lost')
    if (failure instanceof SentBefore) throw new Conflict('http.sent_before')
    throw failure
  }
}

const json = 'application/json'

/** A page is made anew; what leads on from an act, and what a program is told of one, is said again. */
async function keepable(answer: Response): Promise<Answered | null> {
  const { status, headers } = answer
  const type = headers.get('content-type') ?? ''
  const leads = status === 303
  if (!leads && !(answer.ok && (status === 204 || type.startsWith(json)))) return null
  const said = ['location', 'set-cookie', 'content-type'].flatMap((name) => {
    // Of cookies the last: what became of the act.
    const value = name === 'set-cookie' ? headers.getSetCookie().at(-1) : headers.get(name)
    return value ? [[name, value]] : []
  })
  const body = leads || status === 204 ? '' : await answer.clone().text()
  return { status, headers: Object.fromEntries(said), body }
}

const again = ({ status, headers, body }: Answered) =>
  new Response(body === '' ? null : body, { status, headers })
