import { fullName } from '#commons/directory'
import { formatDate, formatTime, locale, t } from '#kernel/i18n'
import type { Meeting } from '#modules/deliberations'
import {
  type Attendee,
  countedAtOpening,
  everybodyIn,
  type Incident,
  isNoted,
  type Movement,
  type Proxy,
  type Sitting,
} from './presence.ts'
import { quorumAmong, quorumRule } from './quorum.ts'

/** « A, B et C » */
export function enumerated(parts: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)
}

/** Who comes, goes or stands aside, as minutes say it (CDLD L1122-19), with the hour where it was noted. */
export function movementSentence(
  { kind, at = null }: Pick<Movement, 'kind'> & Partial<Pick<Movement, 'at'>>,
  seat: Attendee,
): string {
  const when = at ? ('at' as const) : ('none' as const)
  const params = { who: fullName(seat), when, hour: at ? formatTime(at) : '' }
  return t(`sittings.movement.said.${kind}`, params)
}

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
    ? quorumAmong(await quorumRule(meeting), sitting, countedAtOpening(sitting))
    : null
  if (!check) return ''
  const { present, inOffice, article, quorum } = check
  return t('sittings.quorum.said', { present, inOffice, required: quorum.required, article })
}

/** What happened besides, as minutes say it: « La séance est suspendue de 20 h 30 à 20 h 45, à la demande de M. X : … » */
export function incidentSentence(one: Incident, sitting: Sitting): string {
  const seat = everybodyIn(sitting).find(({ id }) => id === one.seat_id)
  const hour = one.at ? formatTime(one.at) : ''
  const when = hour ? ('at' as const) : ('none' as const)
  const { ground, reason, article, votes } = one
  switch (one.kind) {
    case 'suspended':
      return t('sittings.incident.said.suspended', {
        ...{ hour, until: one.until ? formatTime(one.until) : '' },
        ...{ over: one.until ? 'yes' : 'no', by: seat ? 'somebody' : 'nobody' },
        ...{ who: seat ? fullName(seat) : '', reason },
      })
    case 'withdrawn':
      return ground === 'public_order'
        ? t('sittings.incident.said.public_order', { when, hour, article, votes: votes ?? 0 })
        : t('sittings.incident.said.persons', { when, hour, article })
    case 'readmitted':
      return t('sittings.incident.said.readmitted', { when, hour })
    default:
      return t(`sittings.incident.said.${one.kind}`, {
        ...{ when, hour, who: seat ? fullName(seat) : '' },
        ...{ how: ground === 'rank' ? 'rank' : 'designation', reason },
      })
  }
}

/** Who votes for whom, as minutes say it, with what was written and for which points. */
export function proxySentence(one: Proxy, { attendees }: Sitting): string {
  const seatOf = (id: string) => attendees.find((some) => some.id === id)
  const named = (id: string) => {
    const seat = seatOf(id)
    return seat ? fullName(seat) : ''
  }
  const ends = Number.isFinite(one.until)
  return t('sittings.proxy.said', {
    ...{ giver: named(one.giver_id), holder: named(one.holder_id), statement: one.statement },
    ...{ day: formatDate(one.given_on), from: one.from, until: ends ? one.until : 0 },
    civility: seatOf(one.giver_id)?.civility || 'none',
    span: one.from <= 1 && !ends ? 'whole' : ends ? 'between' : 'from',
  })
}
