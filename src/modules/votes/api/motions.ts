import { z } from 'zod'
import { permission } from '#kernel/access'
import type { Call } from '#kernel/http'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { richTextOf } from '#commons/records'
import { type Item, items, meetingOf } from '#modules/deliberations'
import { applyVote, leftOutBy } from '../applying.ts'
import { castChoice, countChoice, takeBackChoice } from '../choice.ts'
import { type Motion, motionOf, motionsOn, putMotion, withdrawMotion } from '../motion.ts'
import { allVotesOn, standingVote, votesOn } from '../recorded.ts'
import {
  ApplyingForm,
  MotionForm,
  PublicChoice,
  PublicVote,
  RemarkForm,
  SecretChoice,
  SecretVote,
} from '../schema.ts'
import { pollOn } from '../session.ts'
import { castVotes, countSecretVotes, remarkOn, takeBackVote } from '../vote.ts'
import { VoteAnswer, voteAnswer } from './answers.ts'
import { api } from './routes.ts'

const runs = permission('deliberations.meeting.run')

const MotionAnswer = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(['amendment', 'part', 'option']),
  title: z.string(),
  proposal: z.string(),
  proposed_by: z.uuid().nullable(),
  secret: z.boolean(),
  vote: VoteAnswer.nullable(),
})

async function answered(item: Item) {
  const votes = (await allVotesOn([item.id])).get(item.id) ?? []
  return (await motionsOn([item.id])).map((one) => {
    const vote = votes.find(({ motion }) => motion?.id === one.id)
    return { ...one, vote: vote ? voteAnswer(vote) : null }
  })
}

const motionIn = (c: Call, item: Item) => motionOf(item, c.req.param('motion') ?? '')
const pollOf = async (item: Item) => pollOn(item, await meetingOf(item))
const standingOn = async (item: Item, motion: Motion | null) =>
  ((await allVotesOn([item.id])).get(item.id) ?? []).find(
    (one) => (one.motion?.id ?? null) === (motion?.id ?? null),
  )

async function ensureSame(c: Call, item: Item, motion: Motion | null): Promise<void> {
  ensureMatch(c, standingVote(await standingOn(item, motion)), await lastToChange(item.id))
}

api.on(
  'get',
  '/items/:id/motions',
  runs,
  {
    summary: 'What is put to the vote of a point before the whole, with the votes on it',
    answer: z.array(MotionAnswer),
  },
  async (c) => answered(await load(c, items)),
)
api.on(
  'post',
  '/items/:id/motions',
  runs,
  {
    summary: 'Put an amendment, a part or a choice to the vote, before the whole',
    body: MotionForm,
    answer: z.array(MotionAnswer),
    status: 201,
  },
  async (c, put) => {
    const item = await load(c, items)
    const proposal = await richTextOf(put.kind === 'amendment' ? put.proposal : '', 'proposal')
    await putMotion(item, await meetingOf(item), { ...put, proposal })
    return answered(item)
  },
)
api.on(
  'delete',
  '/items/:id/motions/:motion',
  runs,
  { summary: 'Withdraw what is put to the vote, as long as nobody voted on it' },
  async (c) => {
    const item = await load(c, items)
    await withdrawMotion(item, await motionIn(c, item))
  },
)
api.on(
  'get',
  '/items/:id/motions/:motion/vote',
  runs,
  { summary: 'How the vote on it went; `ETag` is for `If-Match`', answer: VoteAnswer.nullable() },
  async (c) => {
    const item = await load(c, items)
    const vote = await standingOn(item, await motionIn(c, item))
    tellEdition(c, standingVote(vote))
    return vote ? voteAnswer(vote) : null
  },
)
api.on(
  'put',
  '/items/:id/motions/:motion/vote',
  runs,
  {
    summary:
      'Record a public vote on it, by seat; `If-Match` refuses where it was recorded meanwhile',
    body: z.object({ ballots: PublicVote }),
    answer: VoteAnswer,
  },
  async (c, { ballots }) => {
    const item = await load(c, items)
    const motion = await motionIn(c, item)
    await ensureSame(c, item, motion)
    return voteAnswer(await castVotes(item, await pollOf(item), ballots, motion))
  },
)
api.on(
  'put',
  '/items/:id/motions/:motion/secret-vote',
  runs,
  {
    summary:
      'Record the counts of a secret vote on it; `If-Match` refuses where it was recorded meanwhile',
    body: SecretVote,
    answer: VoteAnswer,
  },
  async (c, counts) => {
    const item = await load(c, items)
    const motion = await motionIn(c, item)
    await ensureSame(c, item, motion)
    return voteAnswer(await countSecretVotes(item, await pollOf(item), counts, motion))
  },
)
api.on(
  'delete',
  '/items/:id/motions/:motion/vote',
  runs,
  { summary: 'Take back the vote on it; `If-Match` refuses where it was recorded meanwhile' },
  async (c) => {
    const item = await load(c, items)
    const motion = await motionIn(c, item)
    await ensureSame(c, item, motion)
    await takeBackVote(item, motion)
  },
)

api.on(
  'put',
  '/items/:id/choice',
  runs,
  {
    summary:
      'Record a public choice, by seat: the id of an option, `no` or `abstain`; `If-Match` refuses where it was recorded meanwhile',
    body: z.object({ ballots: PublicChoice }),
    answer: z.array(MotionAnswer),
  },
  async (c, { ballots }) => {
    const item = await load(c, items)
    await ensureSame(c, item, null)
    await castChoice(item, await pollOf(item), ballots)
    return answered(item)
  },
)
api.on(
  'put',
  '/items/:id/secret-choice',
  runs,
  {
    summary:
      'Record the papers of a secret choice, those of each option by its id; `If-Match` refuses where it was recorded meanwhile',
    body: SecretChoice,
    answer: z.array(MotionAnswer),
  },
  async (c, counts) => {
    const item = await load(c, items)
    await ensureSame(c, item, null)
    await countChoice(item, await pollOf(item), counts)
    return answered(item)
  },
)
api.on(
  'delete',
  '/items/:id/choice',
  runs,
  { summary: 'Take back a choice that was recorded by mistake: its linked votes together' },
  async (c) => {
    const item = await load(c, items)
    await ensureSame(c, item, null)
    await takeBackChoice(item)
  },
)

const remarkedOn = async ({ id }: { id: string }) => (await votesOn([id])).get(id)?.remark ?? ''

api.on(
  'put',
  '/items/:id/vote/remark',
  runs,
  {
    summary:
      'Note what a member wants beside their vote; `If-Match` refuses where it was noted meanwhile',
    body: RemarkForm,
  },
  async (c, { remark }) => {
    const item = await load(c, items)
    ensureMatch(c, await remarkedOn(item), await lastToChange(item.id))
    await remarkOn(item, await meetingOf(item), remark)
  },
)
api.on(
  'get',
  '/items/:id/vote/remark',
  runs,
  {
    summary: 'What a member wanted noted beside their vote; `ETag` is for `If-Match`',
    answer: RemarkForm,
  },
  async (c) => {
    const remark = await remarkedOn(await load(c, items))
    tellEdition(c, remark)
    return { remark }
  },
)
api.on(
  'post',
  '/items/:id/vote/applying',
  runs,
  {
    summary: 'Record the same public vote on the points that follow, up to a number',
    body: ApplyingForm,
    answer: z.object({
      applied: z.array(z.uuid()),
      left_out: z.array(z.object({ id: z.uuid(), why: z.enum(leftOutBy) })),
    }),
  },
  async (c, { up_to }) => {
    const item = await load(c, items)
    const { applied, left } = await applyVote(item, await meetingOf(item), up_to)
    return {
      applied: applied.map(({ id }) => id),
      left_out: leftOutBy.flatMap((why) => left[why].map(({ id }) => ({ id, why }))),
    }
  },
)
