import { ensureInPerson } from '#kernel/access'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { tell } from '#commons/dossiers'
import { type Item, items } from '#modules/deliberations'
import { type Ballot, type Outcome, type Tally, outcome, tally, voters } from './majority.ts'
import { ensureCountable } from './under-way.ts'
import { ensureOpen, type Motion, motionsOn, motionStates } from './motion.ts'
import { allVotesOn, type RecordedVote } from './recorded.ts'
import {
  type Counted,
  type Poll,
  ensureMayBeNamed,
  ensurePapers,
  ensureVoters,
  eraseVote,
  record,
} from './vote.ts'

/** What one who chooses says: the id of an option, none of them, or nothing. */
export type Chosen = string

/** The options between which a point lets choose, in their order. */
export const optionsOf = async (item: { id: string }): Promise<Motion[]> =>
  (await motionsOn([item.id])).filter(({ kind }) => kind === 'option')

/** Papers of a secret choice: of each option, and of what is none. */
export type ChoiceCounts = Omit<Tally, 'yes'> & { options: Readonly<Record<string, number>> }

/**
 * Records a public choice (votes liés): each who takes part is for one option, against all or abstains, once. An option is
 * carried by the absolute majority of the votes expressed on all of them (CDLD L1122-26); the point is, where one is.
 */
export async function castChoice(
  item: Item,
  poll: Poll,
  ballots: Readonly<Record<string, Chosen>>,
): Promise<RecordedVote[]> {
  ensure(item.poll_type === 'freehand', Conflict, 'votes.vote.not_public')
  ensureMayBeNamed(poll)
  const options = await ensureChoiceOpen(item)
  ensureVoters(poll, Object.keys(ballots))
  const known = new Set(['no', 'abstain', ...options.map(({ id }) => id)])
  if (Object.values(ballots).some((one) => !known.has(one)))
    throw Invalid.field('ballots', 'http.field.choose')
  const of = (motion: Motion) => Object.values(ballots).filter((one) => one === motion.id).length
  const others = tally(
    Object.values(ballots).filter((one): one is Ballot => one === 'no' || one === 'abstain'),
  )
  await write(item, poll, { ...others, options: counted(options, of) }, ballots)
  return (await allVotesOn([item.id])).get(item.id) ?? []
}

/** Records a secret choice: how many papers each option has. */
export async function countChoice(
  item: Item,
  poll: Poll,
  counts: ChoiceCounts,
): Promise<RecordedVote[]> {
  ensure(item.poll_type === 'secret', Conflict, 'votes.vote.not_secret')
  const options = await ensureChoiceOpen(item)
  const strangers = Object.keys(counts.options).some((id) => !options.some((one) => one.id === id))
  if (strangers) throw Invalid.field('options', 'http.field.choose')
  ensurePapers(poll, voters(together(counts)))
  await write(item, poll, counts, {})
  return (await allVotesOn([item.id])).get(item.id) ?? []
}

/** Forgets a choice as a whole: its votes are linked, and none stands without the others. */
export async function takeBackChoice(item: Item): Promise<void> {
  ensureInPerson()
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  const before = await erase(item, await optionsOf(item))
  ensure(before, Conflict, 'votes.vote.none')
  await tell(items, item.id, 'unvote', { before: { ...before } })
}

/** The options of a point whose turn it is; refuses where something is to be voted before them. */
export async function ensureChoiceOpen(item: Item): Promise<Motion[]> {
  const options = await optionsOf(item)
  ensure(options.length > 1, Conflict, 'votes.motion.two_options')
  const open = (await motionStates([item.id])).get(item.id)?.open ?? []
  const left = open.filter(({ kind }) => kind !== 'option')
  ensure(left.length === 0, Conflict, 'votes.motion.left', {
    titles: left.map(({ title }) => title).join(', '),
  })
  ensure(item.state === 'frozen', Conflict, 'sittings.vote.decided_already')
  return options
}

const counted = (options: readonly Motion[], of: (motion: Motion) => number) =>
  Object.fromEntries(options.map((one) => [one.id, of(one)]))

/** All papers of a choice as those of one vote. */
const together = ({ options, ...rest }: ChoiceCounts): Tally => ({
  ...rest,
  yes: Object.values(options).reduce((sum, one) => sum + one, 0),
})

/** What the vote of whoever presides says of one option. */
function castingOn(motion: Motion, own: Chosen | undefined): Ballot | undefined {
  if (own === undefined || own === 'abstain') return own
  return own === motion.id ? 'yes' : 'no'
}

/** How a choice ends: as one of its options does, the furthest. */
function endOf(results: readonly Outcome[]): Outcome {
  const found = (reason: string) => results.find((one) => !one.adopted && one.reason === reason)
  return (
    results.find(({ adopted }) => adopted) ??
    found('tie_postponed') ??
    found('tie') ??
    found('minority') ?? { adopted: false, reason: 'no_vote_cast' }
  )
}

async function erase(item: Item, options: readonly Motion[]) {
  for (const motion of options) await eraseVote(item, motion)
  return eraseVote(item)
}

async function write(
  item: Item,
  { rule, presides }: Poll,
  counts: ChoiceCounts,
  ballots: Readonly<Record<string, Chosen>>,
): Promise<void> {
  const options = await optionsOf(item)
  const before = await erase(item, options)
  if (before) await ensureCountable(item.id)
  await ensureOpen(item)
  const secret = item.poll_type === 'secret'
  const whole = together(counts)
  const expressed = whole.yes + whole.no
  const own = presides === null ? undefined : ballots[presides]
  const votes = options.map((motion): Counted => {
    const yes = counts.options[motion.id] ?? 0
    const against = { ...tally([]), yes, no: expressed - yes }
    const casting = castingOn(motion, own)
    const result = outcome(against, rule.value, casting)
    const broken = rule.value.tie === 'president' && yes * 2 === expressed && yes > 0
    return {
      ...{ item, motion, secret, rule, counts: { ...tally([]), yes }, result },
      casting: broken && casting === 'yes' ? presides : null,
      ballots: ballotsOf(ballots, (one) => (one === motion.id ? 'yes' : null)),
    }
  })
  await record([
    ...votes,
    {
      ...{ item, motion: null, secret, rule, counts: whole, before },
      result: endOf(votes.map(({ result }) => result)),
      casting: votes.find(({ casting }) => casting)?.casting ?? null,
      ballots: ballotsOf(ballots, (one) => (one === 'no' || one === 'abstain' ? one : null)),
    },
  ])
}

const ballotsOf = (
  ballots: Readonly<Record<string, Chosen>>,
  as: (one: Chosen) => Ballot | null,
): Record<string, Ballot> =>
  Object.fromEntries(
    Object.entries(ballots).flatMap(([seat, one]) => {
      const ballot = as(one)
      return ballot ? [[seat, ballot] as const] : []
    }),
  )
