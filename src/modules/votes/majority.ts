import type { MajorityRule } from '#commons/law'

/** What a member puts in: blank and invalid (nul) papers exist in a secret ballot only. */
export const ballots = ['yes', 'no', 'abstain', 'blank', 'invalid'] as const
export type Ballot = (typeof ballots)[number]

/** How many of each: all that is known of a secret ballot. */
export type Tally = Readonly<Record<Ballot, number>>

/**
 * Whether a proposal is carried. A point that is not adopted is rejected, but for `tie_postponed`:
 * the body decides it at a later meeting.
 */
export type Outcome =
  | { readonly adopted: true }
  | {
      readonly adopted: false
      readonly reason: 'minority' | 'tie' | 'tie_postponed' | 'no_vote_cast'
    }

/** Counts the ballots of one vote. */
export function tally(cast: Iterable<Ballot>): Tally {
  const counts = { yes: 0, no: 0, abstain: 0, blank: 0, invalid: 0 }
  for (const ballot of cast) counts[ballot] += 1
  return counts
}

/** All who took part, abstentions and papers without a valid vote included. */
export function voters({ yes, no, abstain, blank, invalid }: Tally): number {
  return yes + no + abstain + blank + invalid
}

/**
 * The outcome by absolute majority of the votes expressed: abstentions, blank and invalid papers
 * leave the base (CDLD L1122-26, L1123-22). A tie follows the rule; where it gives the president a
 * casting vote (voix prépondérante), `casting` is the president's own ballot, and without a yes or
 * a no in it the point is postponed.
 */
export function outcome({ yes, no }: Tally, rule: MajorityRule, casting?: Ballot): Outcome {
  if (yes + no === 0) return { adopted: false, reason: 'no_vote_cast' }
  if (yes !== no) return yes > no ? { adopted: true } : { adopted: false, reason: 'minority' }
  if (rule.tie === 'rejected') return { adopted: false, reason: 'tie' }
  if (rule.tie === 'president' && casting === 'yes') return { adopted: true }
  if (rule.tie === 'president' && casting === 'no') return { adopted: false, reason: 'tie' }
  return { adopted: false, reason: 'tie_postponed' }
}
