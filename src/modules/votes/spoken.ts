import { fullName } from '#commons/directory'
import { settled } from '#commons/settings'
import { t } from '#kernel/i18n'
import { applied, type OrganKind } from '#commons/law'
import { type Attendee, enumerated } from '#modules/sittings'
import { allVotesOn, type RecordedVote } from './recorded.ts'
import { namesOfFew, saysVoters } from './settings.ts'
import { spokenElections } from './spoken-election.ts'
import {
  capitalised,
  dissentSentence,
  type Vote,
  votersSentence,
  voteSentence,
} from './vote-sentence.ts'

/** A vote in the words of the minutes. */
export interface SpokenVote {
  /** What leads to the words of what was adopted, ending in a comma: nothing comes between; else as `whole`. */
  readonly leading: string
  /** A sentence by itself. */
  readonly whole: string
  /** Who was against or abstained, in a public vote (CDLD L1122-27): after the words. Empty where nobody did. */
  readonly dissent: string
  /** It says itself that the matter is put off: the votes were tied (CDLD L1123-22). */
  readonly postpones?: boolean
}

/** How an authority wants its votes said. */
export interface Manner {
  /** Who voted for is named where they are less than so many per cent of those who voted (E02). */
  namesUnder: number
  /** « Il y a 23 votants. » stands beside (E01). */
  voters: boolean
  /** Who was against or abstained is named; not where the law has minutes record decisions alone (CDLD L1123-20). */
  names: boolean
}

/** How the authority wants its votes said. */
export const mannerOfVotes = async (): Promise<Manner> => ({
  namesUnder: await settled(namesOfFew),
  voters: await settled(saysVoters),
  names: true,
})

/** Whether the minutes of an organ name who voted against or abstained. */
const recordedLaw = applied('vote.recorded', 'recorded_votes', 'votes.applies.recorded')

/** The same for the minutes of an organ on a day: what the law has them not say is not said. */
export const mannerOfMinutes = async (
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<Manner> => ({
  ...(await mannerOfVotes()),
  names: (await recordedLaw.on(kind, day))?.value.names ?? true,
})

const plain: Manner = { namesUnder: 0, voters: false, names: true }

/** How a vote went, in the words of the minutes. */
function spokenVote(
  vote: RecordedVote,
  seats: readonly Attendee[],
  manner: Manner = plain,
): SpokenVote {
  const { outcome, tally } = vote
  const shown = shownVote(vote, seats)
  const after = [
    ...(manner.voters ? [votersSentence(tally)] : []),
    ...(shown.secret || !manner.names ? [] : [dissentSentence(shown, manner.namesUnder)]),
    vote.remark,
  ]
  return {
    leading: voteSentence(shown, outcome),
    whole: voteSentence(shown, outcome, true),
    dissent: after.filter(Boolean).join(' '),
    ...(!outcome.adopted && outcome.reason === 'tie_postponed' && { postpones: true }),
  }
}

function shownVote(vote: RecordedVote, seats: readonly Attendee[]): Vote {
  const { tally, ballots, secret, motion } = vote
  const casting = seats.find(({ id }) => id === vote.casting)
  const what = motion && motion.kind !== 'option' ? motion.kind : undefined
  const common = { tally, what, casting }
  if (secret) return { ...common, secret }
  const members = seats.flatMap((seat) => {
    const ballot = ballots.get(seat.id)
    return ballot ? [{ name: fullName(seat), ballot }] : []
  })
  return { ...common, secret, members }
}

/** All votes on a point in the words of the minutes. */
export interface SpokenVotes {
  /** What was put to the vote before the whole, a paragraph each. */
  readonly before: readonly string[]
  /** The vote on the whole; undefined where there was none. */
  readonly vote: SpokenVote | undefined
}

/** How the votes on these points went, in the words of the minutes, by item id. */
export async function spokenVotesOn(
  itemIds: readonly string[],
  seats: readonly Attendee[],
  manner?: Manner,
): Promise<Map<string, SpokenVotes>> {
  const said = manner ?? (await mannerOfVotes())
  const all = await allVotesOn(itemIds)
  const elections = await spokenElections(itemIds)
  return new Map(
    [...new Set([...all.keys(), ...elections.keys()])].map((id) => {
      const { before, vote } = spokenTogether(all.get(id) ?? [], seats, said)
      const elected = elections.get(id)
      return [
        id,
        elected
          ? { before: [...before, ...elected.rounds], vote: vote && elected.vote }
          : { before, vote },
      ]
    }),
  )
}

/** The votes on one point, in their order. */
export function spokenTogether(
  votes: readonly RecordedVote[],
  seats: readonly Attendee[],
  manner: Manner = plain,
): SpokenVotes {
  const options = votes.filter(({ motion }) => motion?.kind === 'option')
  const whole = votes.find(({ motion }) => motion === null)
  const apart = votes.filter(({ motion }) => motion && motion.kind !== 'option')
  return {
    before: apart.map((vote) => spokenMotion(vote, seats, manner)),
    vote:
      whole &&
      (options.length > 0
        ? spokenChoice(whole, options, seats, manner)
        : spokenVote(whole, seats, manner)),
  }
}

/** « Amendement « … », présenté par M. X. Par 8 voix pour et 5 voix contre, l’amendement est adopté. » */
function spokenMotion(
  vote: RecordedVote,
  seats: readonly Attendee[],
  manner: Manner = plain,
): string {
  const { whole, dissent } = spokenVote(vote, seats, manner)
  const { motion } = vote
  const by = seats.find(({ id }) => id === motion?.proposed_by)
  const head = t('votes.motion.said', {
    ...{ kind: motion?.kind ?? 'part', title: motion?.title ?? '' },
    ...{ by: by ? 'somebody' : 'nobody', who: by ? fullName(by) : '' },
  })
  return [head, whole, dissent].filter(Boolean).join(' ')
}

/** « Par 5 voix pour « A », 3 voix pour « B » et une abstention, « A » étant retenu, » */
function spokenChoice(
  whole: RecordedVote,
  options: readonly RecordedVote[],
  seats: readonly Attendee[],
  manner: Manner,
): SpokenVote {
  const counts = [
    ...options.map(({ motion, tally }) =>
      t('votes.motion.count', { count: tally.yes, title: motion?.title ?? '' }),
    ),
    ...(['no', 'abstain', 'blank', 'invalid'] as const)
      .filter((ballot) => whole.tally[ballot] > 0)
      .map((ballot) => t(`votes.vote.count.${ballot}`, { count: whole.tally[ballot] })),
  ]
  const kept = options.find(({ outcome }) => outcome.adopted)
  const said = [
    ...(whole.secret ? [t('votes.vote.by_secret_ballot')] : []),
    t('votes.vote.by_counts', { counts: enumerated(counts) }),
  ]
  const title = kept?.motion?.title ?? ''
  const none = t('votes.motion.none_kept')
  const ends = (kind: 'leading' | 'whole') =>
    capitalised([...said, kept ? t(`votes.motion.kept.${kind}`, { title }) : none].join(' '))
  return {
    leading: ends('leading'),
    whole: ends('whole'),
    dissent: spokenVote(whole, seats, manner).dissent,
  }
}
