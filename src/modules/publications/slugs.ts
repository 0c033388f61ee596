import { randomInt } from 'node:crypto'
import { timeZone } from '#kernel/i18n'
import type { Organ } from '#commons/organs'
import { publicationsOf } from '#commons/publication'
import { dayOf, type Meeting } from '#modules/deliberations'

/** « cc-20260625 », with what tells a second one of that day apart; the one under which it was first published stays. */
export async function meetingSlug(meeting: Meeting, body: Organ): Promise<string> {
  const [known] = await publicationsOf(meeting.id)
  const day = dayOf(meeting).toString().replaceAll('-', '')
  const which = meeting.of_day > 1 ? `-${meeting.of_day}` : ''
  return known?.slug ?? `${wordOf(body)}-${day}${which}`
}

/** The publisher of points, whose copies bear it. */
export const publishedPoints = 'publications.point'

/** The copy of a point that everybody reads, of all of its dossier from the latest on. */
export const openCopyOf = <C extends { publisher: string; withdrawn_at: Temporal.Instant | null }>(
  copies: readonly C[] | undefined,
): C | undefined =>
  copies?.find((one) => one.publisher === publishedPoints && one.withdrawn_at === null)

/** The one under which it was first published stays. */
export const slugOfPoint = (copies: readonly { publisher: string; slug: string }[]) =>
  copies.find(({ publisher }) => publisher === publishedPoints)?.slug

/** Says nothing of the point: a title that is masked later, or a number that shows another, would stay in addresses. */
export const freshSlug = ({ starts_at }: Meeting, body: Organ): string =>
  `${wordOf(body)}-${starts_at.toZonedDateTimeISO(timeZone).year}-${anyWord()}`

const wordOf = ({ acronym }: Organ) =>
  acronym.toLowerCase().replaceAll(/[^a-z0-9]+/g, '') || 'organe'

const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const anyWord = () => Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('')
