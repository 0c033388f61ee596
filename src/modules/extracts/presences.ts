import { t } from '#kernel/i18n'
import { votes } from '#commons/organs'
import type { Item } from '#modules/deliberations'
import { presenceLabels, printedAttendee } from '#modules/minutes'
import {
  type Attendee as Seated,
  incidentSentence,
  isNoted,
  movementSentence,
  officerAt,
  proxySentence,
  representedIn,
  type Sitting,
  takePartIn,
} from '#modules/sittings'
import type { ExtractData } from './data.ts'

type Presences = Pick<
  ExtractData,
  'president' | 'secretary' | 'present' | 'excused' | 'absent' | 'represented'
> & {
  labels: Pick<ExtractData['labels'], 'present' | 'excused' | 'absent' | 'represented'>
}

/**
 * Who was there for these points, the first of them above all: who had left before it is not said to be present, who came
 * before it is. Where nothing was noted (what an import brought), as the minutes say it.
 */
export function presencesAt(
  sitting: Sitting,
  said: Presences,
  points: readonly Pick<Item, 'position'>[],
): Presences {
  if (!isNoted(sitting)) return said
  const position = points[0]?.position ?? 0
  const there = new Set(takePartIn(sitting, position).map(({ id }) => id))
  const holder = (office: 'presides' | 'keeps') =>
    sitting.attendees.find(({ id }) => id === officerAt(sitting, office, position))
  const president = holder('presides')
  const secretary = holder('keeps')
  const some = sitting.attendees.filter((seat) => votes(seat) && seat !== president)
  const away = (presence: Seated['presence']) =>
    some.filter((seat) => seat.presence === presence && !there.has(seat.id))
  const groups = {
    present: some.filter(({ id }) => there.has(id)),
    excused: away('excused'),
    absent: away('absent'),
  }
  const represented = representedOn(sitting, points)
  const label = { represented: t('extracts.print.represented') }
  return {
    labels: { ...presenceLabels(groups), ...(represented.length > 0 && label) },
    ...(represented.length > 0 && { represented }),
    president: president ? printedAttendee(president) : said.president,
    secretary: secretary ? printedAttendee(secretary) : said.secretary,
    present: groups.present.map(printedAttendee),
    excused: groups.excused.map(printedAttendee),
    absent: groups.absent.map(printedAttendee),
  }
}

/** Who votes for whom on one of these points, a sentence each. */
function representedOn(sitting: Sitting, points: readonly Pick<Item, 'position'>[]): string[] {
  const borne = points.flatMap(({ position }) => representedIn(sitting, position ?? 0))
  const givers = new Set(borne.map(({ seat }) => seat.id))
  const numbers = points.map(({ position }) => position ?? 0)
  return sitting.proxies
    .filter(({ giver_id, from, until }) => {
      const holds = numbers.some((number) => from <= number && number <= until)
      return givers.has(giver_id) && holds
    })
    .map((one) => proxySentence(one, sitting))
}

/** Who came, left, or began to preside between two points of one extract, a sentence each: the points between are not in it. */
export function betweenPoints(sitting: Sitting, after: number, before: number): string[] {
  const within = ({ position }: { position: number }) => position > after && position < before
  return [
    ...sitting.movements
      .filter(within)
      .filter(({ kind }) => kind !== 'withdraws')
      .flatMap((one) => {
        const seat = sitting.attendees.find(({ id }) => id === one.seat_id)
        return seat ? [movementSentence(one, seat)] : []
      }),
    ...sitting.incidents
      .filter(within)
      .filter(({ kind }) => kind === 'presides' || kind === 'keeps')
      .map((one) => incidentSentence(one, sitting)),
  ]
}
