import { fullName } from '#commons/directory'
import { locale, t } from '#kernel/i18n'
import type { Meeting } from '#modules/deliberations'
import { type Attendee, atOpening, isNoted, type Movement, type Sitting } from './presence.ts'
import { quorumAmong, quorumRule } from './quorum.ts'

/** « A, B et C » */
export function enumerated(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)
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
