import { z } from 'zod'
import { id, line, optionalLines } from '#kernel/http'
import { askedPartly } from '#commons/records'
import { plainSteps } from '#commons/workflow'
import { type Advice, advices, adviceWorkflow } from './advice.ts'
import { type adviceOf, askAgain, withdraw } from './asking.ts'
import { correct, draftFields, give } from './giving.ts'

const verbs = ['give', 'correct', 'ask_again', 'withdraw'] as const

/** What is sent to ask for an advice, to give one unasked, to write at one, to let another delay run, to answer it. */
export const Asking = z.object({ type_id: id(), reason: optionalLines(2000) })
export const Offering = z.object({ type_id: id() })
export const Drafting = askedPartly(draftFields)
export const Delaying = z.object({ delay: line(20), comment: optionalLines(2000) })
/** A step of an advice that a person takes. */
export const Stepping = z.object({ verb: z.enum(verbs), comment: optionalLines(2000) })
export const Answering = z.object({ answer: optionalLines(2000) })

/** The same, as the head of its page offers them. */
export const adviceSteps = plainSteps(advices, adviceWorkflow, { verbs: [...verbs] })

type Found = Awaited<ReturnType<typeof adviceOf>>

/** Takes one of them. */
export function step(found: Found, { verb, comment }: z.output<typeof Stepping>): Promise<Advice> {
  switch (verb) {
    case 'give':
      return give(found)
    case 'correct':
      return correct(found, comment)
    case 'ask_again':
      return askAgain(found, comment)
    case 'withdraw':
      return withdraw(found, comment)
  }
}
