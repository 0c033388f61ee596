import { z } from 'zod'
import { permission } from '#kernel/access'
import { ensureMatch, tellEdition } from '#kernel/pages'
import { lastToChange, load } from '#commons/dossiers'
import { type Item, items, meetingOf } from '#modules/deliberations'
import {
  countRound,
  electionRule,
  electionsOf,
  endsOf,
  standFor,
  takeBackRound,
} from '../election.ts'
import { CountedRound, Stands } from '../schema.ts'
import { pollOn } from '../session.ts'
import { api } from './routes.ts'

const runs = permission('deliberations.meeting.run')

const ElectionAnswer = z.object({
  posts: z.int(),
  candidates: z.array(z.object({ id: z.uuid(), name: z.string(), born_on: z.string().nullable() })),
  rounds: z.array(
    z.object({
      number: z.int(),
      papers: z.int(),
      blank: z.int(),
      invalid: z.int(),
      article: z.string(),
      votes: z.record(z.uuid(), z.int()),
      elected: z.array(z.uuid()),
      /** Between whom the second round is held. */
      ballottage: z.array(z.uuid()),
    }),
  ),
})

const heldOn = async ({ id }: { id: string }) => (await electionsOf([id])).get(id)

async function answered(item: Item): Promise<z.input<typeof ElectionAnswer> | null> {
  const election = await heldOn(item)
  const rule = await electionRule(item, await meetingOf(item))
  if (!election || !rule) return null
  const ends = endsOf(election, rule.value)
  return {
    posts: election.posts,
    candidates: election.candidates.map(({ born_on, ...one }) => ({
      ...one,
      born_on: born_on?.toString() ?? null,
    })),
    rounds: election.rounds.map((round, at) => ({
      ...round,
      elected: ends[at]?.elected ?? [],
      ballottage: ends[at]?.ballottage ?? [],
    })),
  }
}

api.on(
  'get',
  '/items/:id/election',
  runs,
  {
    summary:
      'Who stands for what a point appoints or presents, and how the rounds went; `ETag` is for `If-Match`',
    answer: ElectionAnswer.nullable(),
  },
  async (c) => {
    const item = await load(c, items)
    tellEdition(c, await heldOn(item))
    return answered(item)
  },
)
api.on(
  'put',
  '/items/:id/election',
  runs,
  {
    summary:
      'Say how many posts are to be filled and who stands; `If-Match` refuses where it was said meanwhile',
    body: Stands,
    answer: ElectionAnswer.nullable(),
  },
  async (c, told) => {
    const item = await load(c, items)
    ensureMatch(c, await heldOn(item), await lastToChange(item.id))
    await standFor(item, await meetingOf(item), told)
    return answered(item)
  },
)
api.on(
  'post',
  '/items/:id/election/rounds',
  runs,
  {
    summary: 'Count a round: valid, blank and void papers, and the votes of each candidate',
    body: CountedRound,
    answer: ElectionAnswer.nullable(),
    status: 201,
  },
  async (c, counted) => {
    const item = await load(c, items)
    const meeting = await meetingOf(item)
    await countRound(item, meeting, await pollOn(item, meeting), counted)
    return answered(item)
  },
)
api.on(
  'delete',
  '/items/:id/election/rounds',
  runs,
  { summary: 'Take back the last round, counted by mistake' },
  async (c) => takeBackRound(await load(c, items)),
)
