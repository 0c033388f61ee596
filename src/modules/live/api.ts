import { z } from 'zod'
import { inPerson, permission } from '#kernel/access'
import { Problem } from '#kernel/errors'
import { ApiRoutes, type Call } from '#kernel/http'
import { load, read } from '#commons/dossiers'
import { items, meetings } from '#modules/deliberations'
import { everybodyIn, isNoted, presenceAt } from '#modules/sittings'
import { motionOf } from '#modules/votes'
import { callPoint } from './front.ts'
import { countBox } from './box.ts'
import { countedOn } from './counted.ts'
import { givePaper, noteLost } from './paper.ts'
import { castChoice, closeVote, dropVote, noteAloud, openVote } from './poll.ts'
import { AskedPaper, CalledPoint, Cast, CountedBox, LostPaper, OpenedVote } from './schema.ts'
import { findings, votedInSecret } from './watched.ts'
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
  /** The vote that is open on the screens: who has voted, or was given a paper of a secret one, and never what. */
  vote: z
    .object({
      id: z.uuid(),
      item_id: z.uuid(),
      motion_id: z.uuid().nullable(),
      voted: z.array(z.uuid()),
      waiting: z.array(z.uuid()),
      /** Of a secret vote: what its papers are seen by and its ballots sealed with, and how many ballots are in the box. */
      secret: z
        .object({ paper_key: z.string(), box_key: z.string(), cast: z.int(), lost: z.int() })
        .nullable(),
    })
    .nullable(),
  /** What may be answered by name: options, or candidates, of whom one may name so many. */
  answers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  most: z.int(),
})

function stateOf(live: Live): z.input<typeof State> {
  const { item, line, quorum: check, sitting, open } = live
  const position = item?.position ?? 0
  const voters = open && !(open.poll instanceof Problem) ? open.poll.voters : []
  const [voted, waiting] = [true, false].map((has) =>
    voters.flatMap(({ id }) => {
      const done = open?.secret ? open.secret.given.has(id) : open?.choices.has(id)
      return done === has ? [id] : []
    }),
  )
  const { paperKey = '', boxKey = '', cast = 0, lost = 0 } = open?.secret ?? {}
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
          secret: open.secret && { paper_key: paperKey, box_key: boxKey, cast, lost },
        }
      : null,
    answers: (line && open?.question.named.map(({ id, name }) => ({ id, name }))) ?? [],
    most: open?.question.most ?? 1,
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
    summary:
      'Open a vote on the screens of the members; a secret one with `box_key`, to which ballots are sealed (HPKE, P-256)',
    body: OpenedVote,
    status: 201,
    answer: State,
  },
  async (c, given) => {
    const meeting = await load(c, meetings)
    const item = await read(items, given.item_id)
    const motion = given.motion_id ? await motionOf(item, given.motion_id) : null
    await openVote(meeting, item, motion, given.box_key)
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

api.on(
  'post',
  '/meetings/:id/live/votes/:vote/papers',
  votes,
  {
    summary: 'Have a paper of a secret vote signed, blinded by the device that asks (RFC 9474)',
    body: AskedPaper,
    answer: z.object({ signed: z.base64url() }),
    secret: true,
  },
  async (c, { seat_id, blinded }) => {
    const meeting = await load(c, meetings, unlocked)
    const signed = await givePaper(meeting, voteOf(c), seat_id, blinded)
    return { signed: signed.toString('base64url') }
  },
)

api.on(
  'post',
  '/meetings/:id/live/votes/:vote/losses',
  leads,
  { summary: 'Note that a paper that was given will not be cast', body: LostPaper },
  async (c, { seat_id }) => {
    await noteLost(await load(c, meetings), voteOf(c), seat_id)
  },
)

api.on(
  'post',
  '/meetings/:id/live/votes/:vote/counting',
  leads,
  {
    summary: 'Open the box of a secret vote and count it, with the papers that were voted by hand',
    body: CountedBox,
    secret: true,
  },
  async (c, { key, by_hand }) => {
    await countBox(await load(c, meetings), voteOf(c), key, by_hand)
  },
)

api.on(
  'get',
  '/meetings/:id/secret-votes',
  permission('live.follow'),
  {
    summary:
      'The points of a meeting that are or were voted in secret on devices: papers, ballots, numbers, what is not as it should be',
    answer: z.array(
      z.object({
        ...{ item_id: z.uuid(), number: z.string(), title: z.string() },
        open: z
          .object({ id: z.uuid(), mark: z.string(), given: z.int(), lost: z.int(), cast: z.int() })
          .nullable(),
        counted: z.array(z.object({ vote: z.uuid(), numbers: z.array(z.string()) })),
        results: z.array(
          z.object({ of: z.string().nullable(), adopted: z.boolean(), papers: z.int() }),
        ),
        findings: z.array(z.enum(findings)),
      }),
    ),
  },
  async (c) =>
    (await votedInSecret((await load(c, meetings)).id)).map(
      ({ item_id, number, title, open, counted, results, findings: wrong }) => ({
        ...{ item_id, number, title, open, counted, results, findings: wrong },
      }),
    ),
)

api.on(
  'get',
  '/items/:id/counted-papers',
  permission('live.follow'),
  {
    summary: 'The numbers of the papers that were counted on a point, in the order of the alphabet',
    answer: z.array(z.object({ vote: z.uuid(), numbers: z.array(z.string()) })),
  },
  async (c) => countedOn((await load(c, items)).id),
)
