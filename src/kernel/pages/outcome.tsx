import type { Child } from 'hono/jsx'
import { randomUUID } from 'node:crypto'
import { raw } from 'hono/html'
import type { Context } from 'hono'
import { actor } from '#kernel/access'
import { breath } from '#kernel/aside'
import { draftsOfMine, saidIn } from '#kernel/drafts'
import type { Refused, SentForm } from '#kernel/http'
import { formatDateTime } from '#kernel/i18n'
import { inParts } from '#kernel/jsx'
import { authorityKey } from '#kernel/tenancy'
import {
  type Drafts,
  DraftsContext,
  type FlashMessage,
  KeyContext,
  type Outcome,
  OutcomeContext,
} from '#kernel/ui'
import { takeFlash } from './flash.ts'
import { typed } from './typed.ts'

interface WithOutcome {
  body: Child
  /** What no piece of the body has said: it stands at the top. */
  flash: readonly FlashMessage[]
  status: Refused['status'] | undefined
}

/** The body of a page in which the last act is said where it was made, whether it was refused or not. */
export async function withOutcome(c: Context, body: Child): Promise<WithOutcome> {
  const refused: Refused | undefined = c.get('refused')
  const outcome = refused ? outcomeOf(refused) : { ...takeFlash(c), told: { said: false } }
  const signedIn = Boolean(actor().id)
  const node = (
    <KeyContext.Provider value={signedIn ? randomUUID() : ''}>
      <DraftsContext.Provider value={signedIn ? draftsOf(c) : undefined}>
        <OutcomeContext.Provider value={outcome}>{body}</OutcomeContext.Provider>
      </DraftsContext.Provider>
    </KeyContext.Provider>
  )
  // Rendered first: what stands above it depends on what its pieces have said.
  const html = await inParts(node, breath(authorityKey()))
  const flash = outcome.told.said ? [] : outcome.messages
  return { body: raw(html), flash, status: refused?.status }
}

/** By this a page that adds something says beside which draft it is written; a form that was sent says it in its name. */
const apartQuery = 'form_apart'
const apartName = /^[\da-f]{8}$/

function draftsOf(c: Context): Drafts {
  const sent: SentForm | undefined = c.get('form')
  const said = c.req.query(apartQuery) ?? sent?.of.split('#').at(1) ?? ''
  const adds = c.req.method === 'GET' && c.req.path.endsWith('/new')
  return {
    find: draftFinder(),
    apart: apartName.test(said) ? said : '',
    another: adds ? besideAddress(c) : undefined,
  }
}

function besideAddress(c: Context): string {
  const query = new URL(c.req.url).searchParams
  query.set(apartQuery, randomUUID().slice(0, 8))
  return `${c.req.path}?${query}`
}

/** Finds the drafts of the one who looks; asked once a page, and what one says only where it is shown. */
function draftFinder(): Drafts['find'] {
  let all: ReturnType<typeof draftsOfMine> | undefined
  return async (form) => {
    const found = (await (all ??= draftsOfMine())).find((one) => one.form === form)
    if (!found) return undefined
    const { id, edition, at } = found
    return { id, edition, at: formatDateTime(at), values: await saidIn(found) }
  }
}

function outcomeOf({ act, attempt, sentence }: Refused): Outcome {
  const { errors, values } = attempt
  const wrong = sentence ? [sentence] : Object.values(errors).flat()
  return {
    act,
    messages: wrong.map((text) => ({ tone: 'bad', text })),
    refused: { errors, values: typed({ values, errors }) },
    told: { said: false },
  }
}
