import { z } from 'zod'
import { permission } from '#kernel/access'
import type { Call } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { type Item, ItemAnswer, items, meetingOf, meetings } from '#modules/deliberations'
import { Decided, PublicVote, SecretVote } from '../schema.ts'
import { adoptRemaining, decide, type LeftOut, pollOn, reopen } from '../session.ts'
import { type RecordedVote, standingVote, votesOn } from '../recorded.ts'
import { castVotes, countSecretVotes, takeBackVote } from '../vote.ts'
import { VoteAnswer, voteAnswer } from './answers.ts'
import { api } from './routes.ts'

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

api.on(
  'post',
  '/meetings/:id/adoption',
  permission('deliberations.meeting.run'),
  {
    summary: 'Adopt unanimously all points that are left',
    answer: z.object({
      adopted: z.number().int(),
      left_out: z.array(
        z.object({ id: z.uuid(), why: z.enum(['voted', 'secret', 'hindered', 'wordless']) }),
      ),
    }),
  },
  async (c) => {
    const { left, ...others } = await adoptRemaining(await load(c, meetings))
    const why: readonly LeftOut[] = ['voted', 'secret', 'hindered', 'wordless']
    const left_out = why.flatMap((one) => others[one].map(({ id }) => ({ id, why: one })))
    return { adopted: left.length, left_out }
  },
)
