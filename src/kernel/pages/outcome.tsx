import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import type { Context } from 'hono'
import type { Refused } from '#kernel/http'
import { type FlashMessage, type Outcome, OutcomeContext } from '#kernel/ui'
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
  const node = <OutcomeContext.Provider value={outcome}>{body}</OutcomeContext.Provider>
  // Rendered first: what stands above it depends on what its pieces have said.
  const html = await node.toString()
  const flash = outcome.told.said ? [] : outcome.messages
  return { body: raw(html), flash, status: refused?.status }
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
