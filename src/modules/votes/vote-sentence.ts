import { t } from '#kernel/i18n'
import { enumerated } from '#modules/sittings'
import { ballots, voters, type Ballot, type Outcome, type Tally } from './majority.ts'

interface AnyVote {
  readonly tally: Tally
  /** What was put to the vote; a proposal unless told. */
  readonly what?: 'proposal' | 'amendment' | 'part' | undefined
  /** Whose vote broke the tie (voix prépondérante); nobody’s unless told. */
  readonly casting?: { readonly civility: '' | 'mr' | 'mrs' } | undefined
}

/** A vote of which only counts are known: nothing of it can name anybody. */
export interface SecretVote extends AnyVote {
  readonly secret: true
}

/** A public vote, with the members in the order of attendance. */
export interface PublicVote extends AnyVote {
  readonly secret: false
  readonly members: readonly { readonly name: string; readonly ballot: Ballot }[]
}

export type Vote = SecretVote | PublicVote

/**
 * How the vote went. Of a proposal adopted, the words that come before its text, ending in a comma:
 * « Par 2 voix pour, une voix contre et une abstention, »; of another, a whole sentence. `whole`: a sentence in any case, where
 * the text does not follow.
 */
export function voteSentence(vote: Vote, outcome: Outcome, whole = false): string {
  const { secret, tally, what = 'proposal' } = vote
  const parts = [
    ...(secret ? [t('votes.vote.by_secret_ballot')] : []),
    ...manner(tally),
    ...consequence(vote, outcome),
    ...(whole && outcome.adopted ? [t('votes.vote.result.adopted', { what })] : []),
  ]
  return capitalised(parts.join(' '))
}

/** « Il y a 4 votants. » */
export function votersSentence(tally: Tally): string {
  return t('votes.vote.voters', { count: voters(tally) })
}

/**
 * Who voted against and who abstained, as the minutes of a public vote must name them (CDLD
 * L1122-27): « Votent contre : … . S’abstient : … . »; empty when nobody did. Who voted for is named too where they are less
 * than `under` per cent of those who voted (E02).
 */
export function dissentSentence({ members, tally }: PublicVote, under = 0): string {
  const few = tally.yes * 100 < under * voters(tally)
  const named = few ? (['yes', 'no', 'abstain'] as const) : (['no', 'abstain'] as const)
  return named.flatMap((ballot) => namesOf(members, ballot)).join(' ')
}

function manner(tally: Tally): string[] {
  const all = voters(tally)
  if (all === 0) return []
  if (tally.yes === all) return [t('votes.vote.unanimous')]
  const counts = ballots
    .filter((ballot) => tally[ballot] > 0)
    .map((ballot) => t(`votes.vote.count.${ballot}`, { count: tally[ballot] }))
  return [t('votes.vote.by_counts', { counts: enumerated(counts) })]
}

function consequence({ casting, what = 'proposal' }: Vote, outcome: Outcome): string[] {
  const decided = casting
    ? [t('votes.vote.result.casting_vote', { civility: casting.civility || 'none' })]
    : []
  if (outcome.adopted) return decided
  const reason = casting ? 'minority' : outcome.reason
  return [...decided, t(`votes.vote.result.${reason}`, { what })]
}

function namesOf(members: PublicVote['members'], ballot: 'yes' | 'no' | 'abstain'): string[] {
  const names = members.filter((member) => member.ballot === ballot).map(({ name }) => name)
  if (names.length === 0) return []
  const params = { count: names.length, names: enumerated(names) }
  return [t(`votes.vote.names.${ballot}`, params)]
}

export function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1)
}
