import { z } from 'zod'
import { inPerson, permission } from '#kernel/access'
import { Problem } from '#kernel/errors'
import { ApiRoutes, type Call } from '#kernel/http'
import { load, read } from '#commons/dossiers'
import { items, meetings } from '#modules/deliberations'
import { everybodyIn, isNoted, presenceAt } from '#modules/sittings'
import { motionOf } from '#modules/votes'
import { callPoint } from './front.ts'
import { castChoice, closeVote, dropVote, noteAloud, openVote } from './poll.ts'
import { CalledPoint, Cast, OpenedVote } from './schema.ts'
import { type Live, liveAfter, liveOf, phaseOf } from './state.ts'

export const api = new ApiRoutes('/deliberations')

const leads = inPerson(permission('live.lead'))
const votes = inPerson(permission('live.vote'))
/** Those who vote at once wait for nobody: the vote itself is held open. */
const unlocked = { lock: false }
const voteOf = (c: Call) => c.req.param('vote') ?? ''

const State = z.object({
  phase: z.enum([
    ...([
      'before',
      'waiting',
      'suspended',
      'debate',
      'voting',
      'voted',
      'decided',
      'over',
    ] as const),
  ]),
  /** The point before the room; without a title where it may not be read. */
  point: z
    .object({
      ...{ id: z.uuid(), position: z.int(), number: z.string() },
      title: z.string().nullable(),
    })
    .nullable(),
  quorum: z
    .object({ met: z.boolean(), present: z.int(), required: z.int(), article: z.string() })
    .nullable(),
  seats: z.array(z.object({ id: z.uuid(), as: z.enum(['there', 'aside', 'represented', 'away']) })),
  /** The vote that is open on the screens: who has voted, and never what. */
  vote: z
    .object({
      id: z.uuid(),
      item_id: z.uuid(),
      motion_id: z.uuid().nullable(),
      voted: z.array(z.uuid()),
      waiting: z.array(z.uuid()),
    })
    .nullable(),
})

function stateOf(live: Live): z.input<typeof State> {
  const { item, line, quorum: check, sitting, open } = live
  const position = item?.position ?? 0
  const voters = open && !(open.poll instanceof Problem) ? open.poll.voters : []
  const [voted, waiting] = [true, false].map((has) =>
    voters.flatMap(({ id }) => (open?.choices.has(id) === has ? [id] : [])),
  )
  return {
    phase: phaseOf(live),
    point: item
      ? { ...{ id: item.id, position, number: item.number ?? '' }, title: line?.title ?? null }
      : null,
    quorum: check && {
      ...{ met: check.quorum.met, required: check.quorum.required },
      ...{ present: check.present, article: check.article },
    },
    seats: isNoted(sitting)
      ? everybodyIn(sitting).map((seat) => ({
          id: seat.id,
          as: presenceAt(seat, sitting, position),
        }))
      : [],
    vote: open
      ? {
          ...{ id: open.id, item_id: open.item.id, motion_id: open.motion?.id ?? null },
          ...{ voted: voted ?? [], waiting: waiting ?? [] },
        }
      : null,
  }
}

api.on(
  'get',
  '/meetings/:id/live',
  permission('live.follow'),
  {
    summary:
      'Where a sitting is now; `/deliberations/meetings/{id}/live/signals` tells as server-sent events when it changes',
    answer: State,
  },
  async (c) => stateOf(await liveOf(await load(c, meetings))),
)

api.on(
  'post',
  '/meetings/:id/live/point',
  leads,
  { summary: 'Call a point: all screens look at it', body: CalledPoint },
  async (c, { item_id }) => {
    const meeting = await load(c, meetings)
    await callPoint(meeting, await read(items, item_id))
  },
)

api.on(
  'post',
  '/meetings/:id/live/votes',
  leads,
  {
    summary: 'Open a public vote on the screens of the members',
    body: OpenedVote,
    status: 201,
    answer: State,
  },
  async (c, given) => {
    const meeting = await load(c, meetings)
    const item = await read(items, given.item_id)
    await openVote(meeting, item, given.motion_id ? await motionOf(item, given.motion_id) : null)
    return stateOf(await liveAfter(meeting))
  },
)

api.on(
  'post',
  '/meetings/:id/live/votes/:vote/ballots',
  votes,
  { summary: 'Vote, for oneself or for whom one represents, or change it', body: Cast },
  async (c, { seat_id, choice }) => {
    await castChoice(await load(c, meetings, unlocked), voteOf(c), seat_id, choice)
  },
)

api.on(
  'post',
  '/meetings/:id/live/votes/:vote/aloud',
  leads,
  { summary: 'Note what a member without a screen says aloud', body: Cast },
  async (c, { seat_id, choice }) => {
    await noteAloud(await load(c, meetings, unlocked), voteOf(c), seat_id, choice)
  },
)

api.on(
  'post',
  '/meetings/:id/live/votes/:vote/closing',
  leads,
  { summary: 'Close the vote: what was voted becomes the vote on the point' },
  async (c) => {
    await closeVote(await load(c, meetings), voteOf(c))
  },
)

api.on(
  'delete',
  '/meetings/:id/live/votes/:vote',
  leads,
  { summary: 'Drop an open vote: what was voted is forgotten' },
  async (c) => {
    await dropVote(await load(c, meetings), voteOf(c))
  },
)
