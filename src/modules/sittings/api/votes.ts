import { z } from 'zod'
import { permission } from '#kernel/access'
import type { Call } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { type Item, ItemAnswer, items, meetingOf } from '#modules/deliberations'
import { Decided, PublicVote, SecretVote } from '../schema.ts'
import { decide, pollOn, reopen } from '../session.ts'
import {
  castVotes,
  countSecretVotes,
  type RecordedVote,
  standingVote,
  takeBackVote,
  votesOn,
} from '../vote.ts'
import { api } from './routes.ts'

const VoteAnswer = z.object({
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

const voteAnswer = ({ secret, tally, outcome, article }: RecordedVote) => ({
  secret,
  ...tally,
  article,
  adopted: outcome.adopted,
  reason: outcome.adopted ? null : outcome.reason,
})

const standingOn = async ({ id }: Item) => (await votesOn([id])).get(id)

async function ensureSameVote(c: Call, item: Item): Promise<void> {
  ensureMatch(c, standingVote(await standingOn(item)), await lastToChange(item.id))
}

function told(c: Call, vote: RecordedVote | undefined) {
  tellEdition(c, standingVote(vote))
  return vote ? voteAnswer(vote) : null
}

api.on(
  'get',
  '/items/:id/vote',
  permission('deliberations.meeting.run'),
  {
    summary: 'How the vote on a point went, if there was one; `ETag` is for `If-Match`',
    answer: VoteAnswer.nullable(),
  },
  async (c) => told(c, await standingOn(await load(c, items))),
)

api.on(
  'delete',
  '/items/:id/vote',
  permission('deliberations.meeting.run'),
  { summary: 'Take a vote back that was recorded by mistake, while the point is undecided' },
  async (c) => {
    const item = await load(c, items)
    await ensureSameVote(c, item)
    await takeBackVote(item)
  },
)

api.on(
  'put',
  '/items/:id/vote',
  permission('deliberations.meeting.run'),
  {
    summary: 'Record a public vote, by seat; `If-Match` refuses where it was recorded meanwhile',
    body: z.object({ ballots: PublicVote }),
    answer: VoteAnswer,
  },
  async (c, { ballots }) => {
    const item = await load(c, items)
    await ensureSameVote(c, item)
    return voteAnswer(await castVotes(item, await pollOn(item, await meetingOf(item)), ballots))
  },
)

api.on(
  'put',
  '/items/:id/secret-vote',
  permission('deliberations.meeting.run'),
  {
    summary:
      'Record the counts of a secret vote; `If-Match` refuses where it was recorded meanwhile',
    body: SecretVote,
    answer: VoteAnswer,
  },
  async (c, counts) => {
    const item = await load(c, items)
    await ensureSameVote(c, item)
    return voteAnswer(
      await countSecretVotes(item, await pollOn(item, await meetingOf(item)), counts),
    )
  },
)

api.on(
  'post',
  '/items/:id/decision',
  permission('deliberations.meeting.run'),
  { summary: 'Decide a point, or take the decision back', body: Decided, answer: ItemAnswer },
  async (c, { verb }) => {
    const item = await load(c, items)
    const meeting = await meetingOf(item)
    return verb === 'reopen' ? reopen(item, meeting) : decide(item, meeting, verb)
  },
)
