import fc from 'fast-check'
import { expect, test } from 'vitest'
import { haveMet } from '#kernel/db'
import { Problem } from '#kernel/errors'
import { read, readMany } from '#commons/dossiers'
import { type Item, items, type Meeting, meetings, presentedIds } from '#modules/deliberations'
import { prepared } from '#test/harness'
import {
  foundTown,
  givenItem,
  givenMeeting,
  type Sketch,
  type Town,
} from '../../deliberations/test/council.ts'
import {
  close,
  decisions,
  moveItem,
  openSitting,
  present,
  rewrite,
  stepMeeting,
  withdraw,
} from '../../deliberations/test/verbs.ts'
import { recordAttendance } from '../attendance.ts'
import { noteMovement, removeMovement } from '../movement.ts'
import { votersIn } from '../presence.ts'
import { adoptRemaining, adoptUnanimously, decide, pollOn, reopen } from '../session.ts'
import { movementsOf, sittingOf } from '../sitting.ts'
import { declareUrgency } from '../urgency.ts'
import { castVotes, countSecretVotes, takeBackVote } from '../vote.ts'
import { minuted } from '../../minutes/test/verbs.ts'
import { wrongIn } from './what-is-wrong.ts'

/** How many sequences; 10 000 where somebody looks longer (`SEQUENCES=10000`). */
const runs = Number(process.env['SEQUENCES'] ?? 120)

const sketches: Sketch[] = [
  {},
  { decision: '' },
  { purpose: 'takes_note' },
  { purpose: 'oral_question', decision: '' },
  { privacy: 'secret', matter: 'appointment', poll_type: 'secret' },
]

interface Held extends Town {
  meeting: Meeting
  points: Item[]
  spare: Item[]
}

/** A meeting whose agenda is frozen, with points of every kind, and two points that no agenda bears. */
const held = (kind: string, which: 'council' | 'college') =>
  prepared(async (): Promise<Held> => {
    const town = await foundTown(kind)
    const organ = town[which]
    const { meeting, points } = await givenMeeting(town, {
      organ,
      items: sketches,
      until: 'frozen',
    })
    const spare: Item[] = []
    for (const privacy of ['public', 'secret'] as const)
      spare.push(await givenItem(town, { organ_id: organ.id, privacy }))
    return { ...town, meeting, points, spare }
  })

const organs = {
  'municipal council': held('municipality', 'council'),
  'municipal college': held('municipality', 'college'),
  'council of social action': held('cpas', 'council'),
  'council of a rescue zone': held('rescue_zone', 'council'),
} as const

const nat = fc.nat({ max: 6 })
const deeds = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('close', 'adopt') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      verb: fc.constantFrom('freeze', 'unfreeze', 'lift', 'cancel', 'reopen', 'reopen'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('attend' as const),
      away: fc.oneof(fc.constant<number[]>([]), fc.array(nat, { maxLength: 3 })),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('move_person' as const),
      ...{ seat: nat, item: nat, kind: fc.constantFrom('arrives', 'leaves', 'withdraws') },
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('vote' as const),
      ...{
        item: nat,
        ballots: fc.array(fc.constantFrom('yes', 'yes', 'no', 'abstain'), {
          minLength: 1,
          maxLength: 4,
        }),
      },
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      item: nat,
      verb: fc.constantFrom(...decisions),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('reopen', 'unvote', 'unanimity', 'withdraw', 'urgent', 'erase_movement'),
      item: nat,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('place' as const), item: nat, position: nat }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('present' as const), item: nat }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('minutes' as const),
      item: nat,
      verb: fc.constantFrom('provide', 'renew', 'end', 'at_once', 'at_once', 'remark'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('rewrite' as const),
      item: nat,
      said: fc.constantFrom<object>(
        { decision: '' },
        { decision: '<p>D’approuver.</p>' },
        { privacy: 'secret' },
        { privacy: 'public' },
        { purpose: 'information' },
        { purpose: 'decision' },
        { poll_type: 'no_vote' },
        { matter: 'discipline', poll_type: 'secret' },
        { matter: 'other' },
        // Above what the law leaves without an advice, and below it again.
        { amount: 5_000_000 },
        { amount: null },
      ),
    }),
  },
)
type Deed = typeof deeds extends fc.Arbitrary<infer D> ? D : never

/** Does one thing, as the secretariat at its page; what is refused leaves nothing. */
async function done(of: Held, deed: Deed): Promise<void> {
  try {
    await of.authority.as(of.secretariat, () => carriedOut(of, deed))
  } catch (problem) {
    // Two who met are tried again, as a request is.
    if (haveMet(problem)) return done(of, deed)
    if (!(problem instanceof Problem)) throw problem
  }
}

const at = <T>(some: readonly T[], which: number): T => {
  const one = some[which % some.length]
  if (one === undefined) throw new Error('There is none')
  return one
}

async function carriedOut({ meeting: { id }, points, spare }: Held, deed: Deed): Promise<unknown> {
  const all = [...points, ...spare]
  const locked = () => read(meetings, id, { lock: true })
  const point = (which: number) => read(items, at(all, which).id, { lock: true })
  switch (deed.do) {
    case 'open':
      return openSitting(await locked())
    case 'close': {
      // With what is left adopted or put off: else it rarely comes to that.
      const meeting = await locked()
      await adoptRemaining(meeting)
      const undecided = (await readMany(items, await presentedIds(meeting), { lock: true })).filter(
        ({ state }) => state === 'frozen',
      )
      for (const item of undecided) await decide(item, meeting, 'delay')
      return close(meeting)
    }
    case 'step':
      return stepMeeting(await locked(), { verb: deed.verb, comment: 'Pour voir' })
    case 'adopt':
      return adoptRemaining(await locked())
    case 'attend': {
      const meeting = await locked()
      const { attendees } = await sittingOf(meeting)
      const seats = attendees.map((seat, which) => [
        seat.id,
        deed.away.includes(which) ? ('excused' as const) : ('present' as const),
      ])
      return recordAttendance(meeting, Object.fromEntries(seats))
    }
    case 'move_person': {
      const meeting = await locked()
      const { attendees } = await sittingOf(meeting)
      const noted = { seat_id: at(attendees, deed.seat).id, item_id: at(all, deed.item).id }
      return noteMovement(meeting, { ...noted, kind: deed.kind, at: null })
    }
    case 'erase_movement': {
      const meeting = await locked()
      const [first] = await movementsOf(meeting)
      return first && removeMovement(meeting, first.id)
    }
    case 'vote': {
      const item = await point(deed.item)
      const poll = await pollOn(item, await read(meetings, id))
      const cast = deed.ballots.flatMap((choice, which) => {
        const seat = poll.voters[which]
        return seat ? [[seat.id, choice] as const] : []
      })
      if (item.poll_type !== 'secret') return castVotes(item, poll, Object.fromEntries(cast))
      const of = (choice: string) => deed.ballots.filter((one) => one === choice).length
      const counts = { yes: of('yes'), no: of('no'), abstain: of('abstain'), blank: 0, invalid: 0 }
      return countSecretVotes(item, poll, counts)
    }
    case 'decide':
      return decide(await point(deed.item), await read(meetings, id), deed.verb)
    case 'reopen':
      return reopen(await point(deed.item), await read(meetings, id))
    case 'unvote':
      return takeBackVote(await point(deed.item))
    case 'unanimity':
      return adoptUnanimously(await point(deed.item), await read(meetings, id))
    case 'urgent': {
      const item = await point(deed.item)
      const meeting = await read(meetings, id)
      const voters = votersIn(await sittingOf(meeting), item.position ?? 0)
      return declareUrgency(
        item,
        meeting,
        voters.map((seat) => seat.id),
      )
    }
    case 'withdraw':
      return withdraw(await read(items, at(all, deed.item).id))
    case 'place':
      return moveItem(await locked(), at(all, deed.item).id, deed.position + 1)
    case 'present':
      return present(at(all, deed.item), await locked())
    case 'rewrite':
      return rewrite(await point(deed.item), deed.said)
    case 'minutes':
      return minuted(await locked(), at(points, deed.item), deed.verb)
  }
}

const sequences = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: deeds.map((one): Deed[] => [one]) },
    // Two at once, by two hands.
    { weight: 1, arbitrary: fc.tuple(deeds, deeds).map((both): Deed[] => [...both]) },
  ),
  { minLength: 6, maxLength: 16 },
)

test.for(Object.entries(organs))(
  'no sequence of verbs, some at once, makes the %s say what is false or unlawful (D1–D4, D13, D14)',
  { timeout: 60_000 + runs * 2000 },
  async ([, given]) => {
    await fc.assert(
      fc.asyncProperty(sequences, async (steps) => {
        const of = await given()
        await done(of, { do: 'open' })
        await done(of, { do: 'attend', away: [] })
        for (const step of steps) await Promise.all(step.map((deed) => done(of, deed)))
        expect(await of.authority.asSystem(() => wrongIn(of.meeting))).toEqual([])
      }),
      { numRuns: Math.ceil(runs / Object.keys(organs).length) },
    )
  },
)
