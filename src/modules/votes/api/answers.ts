import { z } from 'zod'
import type { RecordedVote } from '../recorded.ts'

/** How a vote went. */
export const VoteAnswer = z.object({
  secret: z.boolean(),
  yes: z.number(),
  no: z.number(),
  abstain: z.number(),
  blank: z.number(),
  invalid: z.number(),
  adopted: z.boolean(),
  reason: z.enum(['minority', 'tie', 'tie_postponed', 'no_vote_cast']).nullable(),
  article: z.string(),
  /** The seat whose vote broke a tie. */
  casting: z.uuid().nullable(),
})

export const voteAnswer = ({ secret, tally, outcome, article, casting }: RecordedVote) => ({
  secret,
  ...tally,
  article,
  casting,
  adopted: outcome.adopted,
  reason: outcome.adopted ? null : outcome.reason,
})
