import { fullName } from '#commons/directory'
import type { Attendee } from './attendance.ts'
import { type PublicVote, dissentSentence, voteSentence } from './vote-sentence.ts'
import type { RecordedVote } from './vote.ts'

/** How a vote went, in the words of the minutes; of a public one, who was against or abstained. */
export function voteSentences(vote: RecordedVote, seats: readonly Attendee[]): string[] {
  const { secret, tally, outcome, ballots } = vote
  if (secret) return [voteSentence({ secret, tally }, outcome)]
  const members = seats.flatMap((seat) => {
    const ballot = ballots.get(seat.id)
    return ballot ? [{ name: fullName(seat), ballot }] : []
  })
  const shown: PublicVote = { secret: false, tally, members }
  return [voteSentence(shown, outcome), dissentSentence(shown)].filter(Boolean)
}
