import { t } from '#kernel/i18n'
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

/** « Mme Sabine Aubrive » */
export function fullName(seat: Pick<Attendee, 'civility' | 'first_name' | 'last_name'>): string {
  const name = `${seat.first_name} ${seat.last_name}`
  return seat.civility ? t(`deliberations.civility.${seat.civility}`, { name }) : name
}
