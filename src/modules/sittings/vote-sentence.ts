import { locale, t } from '#kernel/i18n'
import { ballots, voters } from './majority.ts'
import type { Ballot, Outcome, Tally } from './majority.ts'

/** A vote of which only counts are known: nothing of it can name anybody. */
export interface SecretVote {
  readonly secret: true
  readonly tally: Tally
}

/** A public vote, with the members in the order of attendance. */
export interface PublicVote {
  readonly secret: false
  readonly tally: Tally
  readonly members: readonly { readonly name: string; readonly ballot: Ballot }[]
}

export type Vote = SecretVote | PublicVote

/**
 * How the vote went. Of a proposal adopted, the words that come before its text, ending in a comma:
 * « Par 2 voix pour, une voix contre et une abstention, »; of another, a whole sentence. `whole`: a sentence in any case, where
 * the text does not follow.
 */
export function voteSentence({ secret, tally }: Vote, outcome: Outcome, whole = false): string {
  const parts = [
    ...(secret ? [t('sittings.vote.by_secret_ballot')] : []),
    ...manner(tally),
    ...consequence(tally, outcome),
    ...(whole && outcome.adopted ? [t('sittings.vote.result.adopted')] : []),
  ]
  return capitalised(parts.join(' '))
}

/** « Il y a 4 votants. » */
export function votersSentence(tally: Tally): string {
  return t('sittings.vote.voters', { count: voters(tally) })
}

/**
 * Who voted against and who abstained, as the minutes of a public vote must name them (CDLD
 * L1122-27): « Votent contre : … . S’abstient : … . »; empty when nobody did.
 */
export function dissentSentence({ members }: PublicVote): string {
  const dissent = ['no', 'abstain'] as const
  return dissent.flatMap((ballot) => namesOf(members, ballot)).join(' ')
}

function manner(tally: Tally): string[] {
  const all = voters(tally)
  if (all === 0) return []
  if (tally.yes === all) return [t('sittings.vote.unanimous')]
  const counts = ballots
    .filter((ballot) => tally[ballot] > 0)
    .map((ballot) => t(`sittings.vote.count.${ballot}`, { count: tally[ballot] }))
  return [t('sittings.vote.by_counts', { counts: enumerated(counts) })]
}

function consequence(tally: Tally, outcome: Outcome): string[] {
  if (!outcome.adopted) return [t(`sittings.vote.result.${outcome.reason}`)]
  return tally.yes === tally.no ? [t('sittings.vote.result.casting_vote')] : []
}

function namesOf(members: PublicVote['members'], ballot: 'no' | 'abstain'): string[] {
  const names = members.filter((member) => member.ballot === ballot).map(({ name }) => name)
  if (names.length === 0) return []
  const params = { count: names.length, names: enumerated(names) }
  return [t(`sittings.vote.names.${ballot}`, params)]
}

/** « A, B et C » */
export function enumerated(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase() + sentence.slice(1)
}
