import { z } from 'zod'
import { answered } from '#commons/records'
import { itemFields } from '../item.ts'
import type { Meeting } from '../meeting.ts'
import type { RecordedVote } from '../vote.ts'

export const MeetingAnswer = z.object({
  id: z.uuid(),
  title: z.string(),
  reference: z.string(),
  state: z.string(),
  starts_at: z.iso.datetime(),
  place: z.string(),
  version: z.number().int(),
})

export const ItemAnswer = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: z.string(),
  meeting_id: z.uuid().nullable(),
  position: z.number().int().nullable(),
  list_type: z.enum(['normal', 'late']),
  ...answered(itemFields, ['title', 'privacy', 'poll_type', 'motivation', 'decision']),
  version: z.number().int(),
})

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
})

export const Named = z.object({ id: z.uuid(), name: z.string() })

export const meetingAnswer = ({
  id,
  title,
  reference,
  state,
  starts_at,
  place,
  version,
}: Meeting) => ({
  id,
  title,
  reference,
  state,
  place,
  version,
  starts_at: starts_at.toString(),
})

export const voteAnswer = ({ secret, tally, outcome, article }: RecordedVote) => ({
  secret,
  ...tally,
  article,
  adopted: outcome.adopted,
  reason: outcome.adopted ? null : outcome.reason,
})
