import { fullName } from '#commons/directory'
import { t } from '#kernel/i18n'
import type { Meeting } from '#modules/deliberations'
import { type Attendee, atOpening, isNoted, type Movement, type Sitting } from './presence.ts'
import { quorumAmong, quorumRule } from './quorum.ts'
import { dissentSentence, enumerated, voteSentence } from './vote-sentence.ts'
import type { RecordedVote } from './vote.ts'

/** A vote in the words of the minutes. */
export interface SpokenVote {
  /** What leads to the words of what was adopted, ending in a comma: nothing comes between; else as `whole`. */
  readonly leading: string
  /** A sentence by itself. */
  readonly whole: string
  /** Who was against or abstained, in a public vote (CDLD L1122-27): after the words. Empty where nobody did. */
  readonly dissent: string
}

/** How a vote went, in the words of the minutes. */
export function spokenVote(vote: RecordedVote, seats: readonly Attendee[]): SpokenVote {
  const { tally, outcome, ballots } = vote
  const members = seats.flatMap((seat) => {
    const ballot = ballots.get(seat.id)
    return ballot ? [{ name: fullName(seat), ballot }] : []
  })
  const shown = vote.secret
    ? ({ secret: true, tally } as const)
    : ({ secret: false, tally, members } as const)
  return {
    leading: voteSentence(shown, outcome),
    whole: voteSentence(shown, outcome, true),
    dissent: shown.secret ? '' : dissentSentence(shown),
  }
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

/** Whether enough were there at the opening, as minutes say it (CDLD L1122-17, L1123-20); empty where no rule is known. */
export async function quorumSentence(meeting: Meeting, sitting: Sitting): Promise<string> {
  const check = isNoted(sitting)
    ? quorumAmong(await quorumRule(meeting), sitting, atOpening(sitting))
    : null
  if (!check) return ''
  const { present, inOffice, article, quorum } = check
  return t('sittings.quorum.said', { present, inOffice, required: quorum.required, article })
}
