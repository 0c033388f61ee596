import { z } from 'zod'
import { permission } from '#kernel/access'
import { load, read } from '#commons/dossiers'
import { actsApi, apiRoutes } from '#commons/records'
import { takeStep } from '#commons/workflow'
import { itemRecord, items } from '../item.ts'
import { itemActs } from '../item-acts.ts'
import { itemSteps } from '../item-steps.ts'
import { meetings } from '../meeting.ts'
import { meetingOf, present } from '../order.ts'
import { Decided, Presenting, PublicVote, SecretVote } from '../schema.ts'
import { decide, pollOn, reopen } from '../session.ts'
import { castVotes, countSecretVotes } from '../vote.ts'
import { ItemAnswer, VoteAnswer, voteAnswer } from './answers.ts'
import { api } from './routes.ts'

apiRoutes(api, '/items', itemRecord, {
  reads: permission('deliberations.read'),
  writes: permission('deliberations.item.write'),
  edits: permission('deliberations.item.edit'),
  what: 'point',
  answer: ItemAnswer,
  listed: ItemAnswer.pick({ id: true, title: true, reference: true, state: true }),
})

actsApi(api, '/items/acts', permission('deliberations.item.step'), itemActs, { what: 'point' })

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
    return present(await load(c, items, { lock: false }), meeting)
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
