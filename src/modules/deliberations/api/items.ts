import { z } from 'zod'
import { permission } from '#kernel/access'
import { optionalLine } from '#kernel/http'
import { ensureFresh, load, read } from '#commons/dossiers'
import { takeStep } from '#commons/workflow'
import { items, rewrite, writeItem } from '../item.ts'
import { itemSteps } from '../item-steps.ts'
import { meetings } from '../meeting.ts'
import { meetingOf, present } from '../order.ts'
import { listItems } from '../queries.ts'
import {
  Decided,
  Presenting,
  PublicVote,
  RewrittenItem,
  SecretVote,
  WrittenItem,
} from '../schema.ts'
import { decide, pollOn, reopen } from '../session.ts'
import { castVotes, countSecretVotes } from '../vote.ts'
import { ItemAnswer, VoteAnswer, voteAnswer } from './answers.ts'
import { api } from './routes.ts'

const Listed = ItemAnswer.pick({ id: true, title: true, reference: true, state: true })
const Page = z.object({
  items: z.array(Listed),
  next: z.string().nullable().describe('Give it as `after` for the next page.'),
})

api.on(
  'get',
  '/items',
  permission('deliberations.read'),
  {
    summary: 'The points that I may see, the last changed first, a page at a time',
    query: z.object({ after: optionalLine(120) }),
    answer: Page,
  },
  (_c, { after }) => listItems({ after }),
)

api.on(
  'post',
  '/items',
  permission('deliberations.item.write'),
  { summary: 'Write a point', body: WrittenItem, answer: ItemAnswer, status: 201 },
  (_c, written) => writeItem(written),
)

api.on(
  'get',
  '/items/:id',
  permission('deliberations.read'),
  { summary: 'One point', answer: ItemAnswer },
  (c) => load(c, items),
)

api.on(
  'put',
  '/items/:id',
  permission('deliberations.item.edit'),
  {
    summary: 'Rewrite a point, from the version that was read',
    body: RewrittenItem,
    answer: ItemAnswer,
  },
  async (c, { version, ...written }) => {
    const item = await load(c, items)
    await ensureFresh(item, version)
    return rewrite(item, written)
  },
)

api.on(
  'post',
  '/items/:id/steps',
  permission('deliberations.item.step'),
  { summary: 'Send a point on or back', body: itemSteps.schema, answer: ItemAnswer },
  (c, step) => takeStep(c, itemSteps, step),
)

api.on(
  'post',
  '/items/:id/presentation',
  permission('deliberations.item.present'),
  { summary: 'Present a point to a meeting', body: Presenting, answer: ItemAnswer },
  async (c, { meeting_id }) => {
    const meeting = await read(meetings, meeting_id, { lock: true })
    return present(await load(c, items), meeting)
  },
)

api.on(
  'put',
  '/items/:id/vote',
  permission('deliberations.meeting.run'),
  {
    summary: 'Record a public vote, by seat',
    body: z.object({ ballots: PublicVote }),
    answer: VoteAnswer,
  },
  async (c, { ballots }) => {
    const item = await load(c, items)
    return voteAnswer(await castVotes(item, await pollOn(item, await meetingOf(item)), ballots))
  },
)

api.on(
  'put',
  '/items/:id/secret-vote',
  permission('deliberations.meeting.run'),
  { summary: 'Record the counts of a secret vote', body: SecretVote, answer: VoteAnswer },
  async (c, counts) => {
    const item = await load(c, items)
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
