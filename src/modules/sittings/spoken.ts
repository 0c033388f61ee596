import { fullName } from '#commons/directory'
import { t } from '#kernel/i18n'
import type { Attendee, Movement } from './presence.ts'
import { type PublicVote, dissentSentence, enumerated, voteSentence } from './vote-sentence.ts'
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

/** Who comes, goes or stands aside, as minutes say it (CDLD L1122-19). */
export const movementSentence = ({ kind }: Pick<Movement, 'kind'>, seat: Attendee): string =>
  t(`sittings.movement.said.${kind}`, { who: fullName(seat) })

/** Who declared a point urgent, by name, as minutes must say it (CDLD L1122-24). */
export const urgencySentence = (
  seatIds: readonly string[],
  attendees: readonly Attendee[],
): string => {
  const names = attendees.filter(({ id }) => seatIds.includes(id)).map(fullName)
  return t('sittings.urgency.said', { count: names.length, names: enumerated(names) })
}
