import { randomInt } from 'node:crypto'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import type { Organ } from '#commons/organs'
import { type Publication, publicationsOf } from '#commons/publication'
import { dayOf } from '#modules/deliberations'
import type { OpenMeeting } from './origin.ts'

/**
 * « cc-20260625 », with what tells a second one of that day apart, wherever that is prepared; the one under which it was first published
 * stays.
 */
export async function meetingSlug(meeting: OpenMeeting, body: Organ): Promise<string> {
  const [known] = await publicationsOf(meeting.id)
  if (known) return known.slug
  const base = `${wordOf(body)}-${dayOf(meeting).toString().replaceAll('-', '')}`
  const taken = new Set(await slugsLike(base))
  let which = meeting.of_day
  while (taken.has(numbered(base, which))) which += 1
  return numbered(base, which)
}

const numbered = (base: string, which: number) => (which > 1 ? `${base}-${which}` : base)

async function slugsLike(base: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('commons.publication')
    .select('slug')
    .distinct()
    .where('publisher', '=', publishedMeetings)
    .where('slug', 'like', `${base}%`)
    .execute()
  return rows.map(({ slug }) => slug)
}

/** The publishers of agendas and of points, whose copies bear them. */
export const publishedMeetings = 'publications.meeting'
export const publishedPoints = 'publications.point'

/** The copy of a point, or of an agenda, that everybody reads, of all of its dossier from the latest on. */
export const openCopyOf = <C extends { publisher: string; withdrawn_at: Temporal.Instant | null }>(
  copies: readonly C[] | undefined,
  by = publishedPoints,
): C | undefined => copies?.find((one) => one.publisher === by && one.withdrawn_at === null)

/** The agenda of a meeting that everybody reads. */
export const openAgendaOf = async (meetingId: string): Promise<Publication | undefined> =>
  openCopyOf(await publicationsOf(meetingId), publishedMeetings)

/** The one under which it was first published stays. */
export const slugOfPoint = (copies: readonly { publisher: string; slug: string }[]) =>
  copies.find(({ publisher }) => publisher === publishedPoints)?.slug

/** Says nothing of the point: a title that is masked later, or a number that shows another, would stay in addresses. */
export const freshSlug = ({ starts_at }: OpenMeeting, body: Organ): string =>
  `${wordOf(body)}-${starts_at.toZonedDateTimeISO(timeZone).year}-${anyWord()}`

const wordOf = ({ acronym }: Organ) =>
  acronym.toLowerCase().replaceAll(/[^a-z0-9]+/g, '') || 'organe'

const signs = '23456789abcdefghjkmnpqrstuvwxyz'
const anyWord = () => Array.from({ length: 8 }, () => signs[randomInt(signs.length)]).join('')
