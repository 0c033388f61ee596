import type { Child } from 'hono/jsx'
import { createContext, useContext } from '#kernel/jsx'
import type { FlashMessage } from './feedback.tsx'
import type { Errors, Values } from './field.tsx'

/** What became of the last act, for the pieces of a page: the one from which it was sent says it. */
export interface Outcome {
  /** The address to which it was sent; `''` where there was none. */
  readonly act: string
  readonly messages: readonly FlashMessage[]
  /** What was typed, and what is wrong with it. */
  readonly refused?: { readonly errors: Errors; readonly values: Values } | undefined
  /** Whether some piece has said it: the page need not. */
  readonly told: { said: boolean }
}

const none: Outcome = { act: '', messages: [], told: { said: true } }

export const OutcomeContext = createContext<Outcome>(none)

/** A part of the page that may be out of sight: nothing is said in it, unless what it sent was refused. */
export function Unseen({ children }: { children?: Child }) {
  const outcome = useContext(OutcomeContext)
  return (
    <OutcomeContext.Provider value={{ ...outcome, messages: [] }}>
      {children}
    </OutcomeContext.Provider>
  )
}

/** The messages of an act that was sent to this address or below it, unless they were said already. */
export function useSaid(acts: string | undefined): readonly FlashMessage[] {
  const { act, messages, refused, told } = useContext(OutcomeContext)
  if (!acts || told.said || messages.length === 0) return []
  // The form that was refused says what is wrong with its fields.
  if (Object.keys(refused?.errors ?? {}).length > 0) return []
  if (act !== acts && !act.startsWith(`${acts}/`)) return []
  told.said = true
  return messages
}

/** What is sent besides by forms that have one address: tells them apart. */
export type Besides = Readonly<Record<string, string | number>>

/** What is wrong with what was sent by the form with this address, and what was typed in it. */
export function useRefusal(action: string | undefined, fields: Besides = {}): Outcome['refused'] {
  const { act, refused, told } = useContext(OutcomeContext)
  const own = Object.entries(fields).every(
    ([name, value]) => refused?.values[name] === String(value),
  )
  if (!refused || act !== action || !own) return undefined
  // What is wrong with no field of it is a sentence, which its buttons say.
  if (Object.keys(refused.errors).length > 0) told.said = true
  return refused
}
