import type { voteFr } from './vote.fr.ts'

export const voteEn: Record<keyof typeof voteFr, string> = {
  'vote.by_secret_ballot': 'by secret ballot,',
  'vote.unanimous': 'unanimously,',
  'vote.by_counts': 'by {counts},',

  'vote.count.yes': '{count, plural, =1 {one vote} other {# votes}} for',
  'vote.count.no': '{count, plural, =1 {one vote} other {# votes}} against',
  'vote.count.abstain': '{count, plural, =1 {one abstention} other {# abstentions}}',
  'vote.count.blank': '{count, plural, =1 {one blank paper} other {# blank papers}}',
  'vote.count.invalid': '{count, plural, =1 {one void paper} other {# void papers}}',

  'vote.voters':
    '{count, plural, =0 {There are no voters.} =1 {There is one voter.} other {There are # voters.}}',

  'vote.result.casting_vote': 'the president having the casting vote,',
  'vote.result.minority': 'the proposal is rejected.',
  'vote.result.tie': 'the votes being tied, the proposal is rejected.',
  'vote.result.tie_postponed': 'the votes being tied, the matter is put off to another meeting.',
  'vote.result.no_vote_cast': 'no vote having been expressed, the proposal is not adopted.',

  'attendance.no_seat': 'This person has no seat in the body on that day.',

  'vote.postpones': 'The votes are tied: the item is put off to another meeting.',
  'vote.held': 'This item has its vote already: decide it, or vote again.',
  'vote.kind_kept': 'This item was voted on already: how it is voted no longer changes.',

  'vote.names.no': '{count, plural, =1 {Votes against} other {Vote against}}: {names}.',
  'vote.names.abstain': '{count, plural, =1 {Abstains} other {Abstain}}: {names}.',
}
