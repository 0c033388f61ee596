import type { Child } from 'hono/jsx'
import { randomUUID } from 'node:crypto'
import { raw } from 'hono/html'
import type { Context } from 'hono'
import { actor } from '#kernel/access'
import { draftsOfMine, saidIn } from '#kernel/drafts'
import type { Refused } from '#kernel/http'
import { formatDateTime } from '#kernel/i18n'
import {
  DraftsContext,
  type FlashMessage,
  KeyContext,
  type Outcome,
  OutcomeContext,
  type ShownDraft,
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
      <DraftsContext.Provider value={signedIn ? draftFinder() : undefined}>
        <OutcomeContext.Provider value={outcome}>{body}</OutcomeContext.Provider>
      </DraftsContext.Provider>
    </KeyContext.Provider>
  )
  // Rendered first: what stands above it depends on what its pieces have said.
  const html = await node.toString()
  const flash = outcome.told.said ? [] : outcome.messages
  return { body: raw(html), flash, status: refused?.status }
}

/** Finds the drafts of the one who looks; asked once a page, and what one says only where it is shown. */
function draftFinder(): (form: string) => Promise<ShownDraft | undefined> {
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
