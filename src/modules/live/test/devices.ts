import fc from 'fast-check'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { read } from '#commons/dossiers'
import { items, type Meeting, meetings } from '#modules/deliberations'
import { allVotesOn, electionsOf, isSecret, motionStates, pollOn } from '#modules/votes'
import { castBallot, countBox } from '../box.ts'
import { type Blank, ballotOf, drawPaper, unblind } from '../device.ts'
import { openVoteOf, seatsOfMine } from '../open-vote.ts'
import { givePaper, noteLost } from '../paper.ts'
import { openVote } from '../poll.ts'
import { otherAnswers, type Question, questionOf } from '../question.ts'
import { boxKeys, toBytes } from '../sealing.ts'

/** A paper, on the device of somebody. */
export interface Paper {
  vote: string
  seat: string
  blank: Blank
  proof: Uint8Array<ArrayBuffer>
  /** What its ballot answers, once it is in the box. */
  cast: { answers: readonly string[]; number: string } | null
}

/** What a vote was counted to be, when it was. */
export interface Result {
  vote: string
  item: string
  motion: string | null
  question: Question
  hand: Hand
  told: Told
  takenBack: number
}

export interface Hand {
  named: Record<string, number>
  papers: number
  blank: number
  invalid: number
}

/** What the devices of a sitting know and the house does not: votes that they opened or follow, papers, what was counted. */
export interface Devices {
  votes: Map<string, { opens: string; question: Question }>
  papers: Paper[]
  lost: Map<string, number>
  results: Result[]
  /** What was done that should have been refused. */
  wrong: string[]
}
export const noDevices = (): Devices => ({
  ...{ votes: new Map(), papers: [], lost: new Map(), results: [], wrong: [] },
})

/** What is done of a secret vote on devices. */
export const secretDeeds = fc.record({
  do: fc.constant('in_secret' as const),
  verb: fc.constantFrom(
    ...(['open', 'open_motion', 'take', 'take', 'cast', 'cast', 'forge', 'lose', 'count'] as const),
  ),
  who: fc.constantFrom('mayor', 'councillor', 'alderman'),
  item: fc.constantFrom(4, 4, 4, 0, 1),
  /** Which paper, which answers, how many more by hand than there may be. */
  ...{ which: fc.nat({ max: 4 }), again: fc.nat({ max: 5 }), more: fc.nat({ max: 5 }) },
  said: fc.array(fc.nat({ max: 3 }), { maxLength: 2 }),
  hand: fc.array(fc.nat({ max: 3 }), { maxLength: 4 }),
})
export type SecretDeed = typeof secretDeeds extends fc.Arbitrary<infer D> ? D : never

type After = () => void

/** Does one thing on a device; what it gives is to be called once that is written, so that devices know it. */
export async function onDevices(
  devices: Devices,
  meetingId: string,
  point: { id: string },
  deed: SecretDeed,
): Promise<After | undefined> {
  const { verb } = deed
  const waits = verb !== 'take' && verb !== 'cast' && verb !== 'forge'
  const meeting = await read(meetings, meetingId, { lock: waits })
  if (verb === 'open' || verb === 'open_motion') return opened(devices, meeting, point, verb)
  if (verb === 'cast' || verb === 'forge') return cast(devices, meeting, deed)
  const vote = await openVoteOf(meeting)
  if (!vote?.secret) return undefined
  if (verb === 'take') return taken(devices, meeting, vote.id, deed)
  if (verb === 'count') return counted(devices, meeting, deed)
  const seat = [...vote.secret.given][deed.which % Math.max(vote.secret.given.size, 1)]
  if (!seat) return undefined
  await noteLost(meeting, vote.id, seat)
  return () => devices.lost.set(vote.id, (devices.lost.get(vote.id) ?? 0) + 1)
}

async function opened(
  { votes }: Devices,
  meeting: Meeting,
  point: { id: string },
  verb: 'open' | 'open_motion',
): Promise<After | undefined> {
  const item = await read(items, point.id)
  const [first] = (await motionStates([item.id])).get(item.id)?.open ?? []
  const motion = verb === 'open_motion' ? first : null
  if (motion === undefined || !isSecret(item, motion)) return undefined
  const { seals, opens } = await boxKeys()
  const question = await questionOf(item, motion, meeting)
  await openVote(meeting, item, motion, seals)
  const vote = await openVoteOf(meeting)
  return () => vote && votes.set(vote.id, { opens, question })
}

/** Each seat of who acts takes a paper; asked again, its own, or another. */
async function taken(
  { papers, lost, wrong }: Devices,
  meeting: Meeting,
  vote: string,
  { again }: SecretDeed,
): Promise<After> {
  const open = await openVoteOf(meeting)
  const key = open?.secret?.paperKey ?? ''
  const done: After[] = []
  for (const { id: seat } of open ? seatsOfMine(await pollOn(open.item, meeting)) : []) {
    const own = papers.find((one) => one.vote === vote && one.seat === seat)
    const blank = own && again > 0 ? own.blank : await drawPaper(key)
    const signed = await givePaper(meeting, vote, seat, Buffer.from(blank.blinded))
    const proof = await unblind(key, blank, new Uint8Array(signed))
    const isOther = own && own.blank !== blank
    done.push(() => {
      if (isOther && !lost.has(vote)) wrong.push('a seat was given two papers')
      if (!own || isOther) papers.push({ vote, seat, blank, proof, cast: null })
    })
  }
  return () => done.forEach((one) => one())
}

/** A paper goes into the box, of a vote that is open or was: once; forged, never. */
async function cast(
  { votes, papers, wrong }: Devices,
  meeting: Meeting,
  { verb, which, said }: SecretDeed,
): Promise<After | undefined> {
  const paper = papers.toReversed()[which % Math.max(papers.length, 1)]
  const vote = paper && votes.get(paper.vote)
  const open = await openVoteOf(meeting)
  if (!paper || !vote) return undefined
  const boxKey = open?.secret?.boxKey ?? (await boxKeys()).seals
  const known = [...vote.question.named.map(({ id }) => id), ...otherAnswers(vote.question)]
  const answers = said.flatMap((one) => known[one % known.length] ?? [])
  const key = open?.secret?.paperKey
  const forged = verb === 'forge' && key ? await drawPaper(key) : null
  const { number, sent } = await ballotOf(
    paper.vote,
    boxKey,
    { ...paper.blank, ...forged, proof: paper.proof },
    answers,
  )
  const [one, proof, sealed, signed] = [sent.paper, sent.proof, sent.sealed, sent.signed].map(
    (text) => Buffer.from(toBytes(text)),
  )
  if (!one || !proof || !sealed || !signed) return undefined
  await castBallot(paper.vote, { paper: one, proof, sealed, signed })
  return () => {
    if (forged) wrong.push('a paper that nobody signed is in the box')
    else if (paper.cast) wrong.push('two ballots of one paper are in the box')
    else if (open?.id !== paper.vote) wrong.push('a ballot came in after its vote')
    else paper.cast = { answers, number }
  }
}

/** Counts, with the papers of those who have no device; now and then of more than there are. */
async function counted(
  { votes, results, wrong }: Devices,
  meeting: Meeting,
  { hand: choices, more }: SecretDeed,
): Promise<After | undefined> {
  const open = await openVoteOf(meeting)
  const vote = open?.secret && votes.get(open.id)
  if (!open?.secret || !vote) return undefined
  const { voters } = await pollOn(open.item, meeting)
  const without = voters.length - open.secret.cast
  const hand = byHand(vote.question, choices, without + (more === 0 ? 1 : 0))
  await countBox(meeting, open.id, vote.opens, hand)
  const { item, motion, id } = open
  const result = { ...{ vote: id, item: item.id, motion: motion?.id ?? null, hand } }
  const told = await toldOf(item.id, result.motion)
  const takenBack = await timesTakenBack(item.id)
  return () => {
    if (more === 0) wrong.push('more papers were counted than there were voters')
    results.push({ ...result, question: vote.question, told, takenBack })
  }
}

function byHand({ kind, named }: Question, choices: readonly number[], papers: number): Hand {
  const hand: Hand = { named: {}, papers: 0, blank: 0, invalid: 0 }
  const known = [...named.map(({ id }) => id), ...otherAnswers({ kind, named, most: 1 })]
  for (let at = 0; at < papers; at += 1) {
    const choice = choices[at] ?? 0
    const answer = known[choice % known.length]
    if (choice === 3 || answer === undefined) hand.blank += 1
    else {
      hand.named[answer] = (hand.named[answer] ?? 0) + 1
      if (kind === 'election') hand.papers += 1
    }
  }
  return hand
}

interface Told {
  own: { tally: object; outcome: object } | null
  rounds: readonly object[]
}

/** What is recorded of a vote now, and the rounds of an election. */
export async function toldOf(item: string, motion: string | null): Promise<Told> {
  const votes = (await allVotesOn([item])).get(item) ?? []
  const own = votes.find((one) => (one.motion?.id ?? null) === motion)
  const rounds = motion ? [] : ((await electionsOf([item])).get(item)?.rounds ?? [])
  return { own: own ? { tally: own.tally, outcome: own.outcome } : null, rounds }
}

/** How often a person took back what was voted on a point, or it left its agenda. */
export async function timesTakenBack(id: string): Promise<number> {
  const { rows } = await sql<{ times: number }>`select count(*)::integer as times from kernel.event
    where subject_id = ${id} and type in ('deliberations.item.unvote', 'deliberations.item.withdraw')`.execute(
    db(),
  )
  return rows[0]?.times ?? 0
}
