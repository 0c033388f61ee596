import { t } from '#kernel/i18n'
import { contentOf, type Copy, publicationsOfMany, publisher } from '#commons/publication'
import { meetings } from '#modules/deliberations'
import { weigh, type WeighedMeeting } from './compose.ts'
import { hider, PublicMeeting, PublicPoint } from '#modules/copies'
import { meetingNamed, originOf } from './origin.ts'
import type { Choice } from './choice.ts'
import { awaitedOf, type Review, type ReviewRule } from './review/reviewing.ts'
import { meetingSlug, openCopyOf, publishedMeetings } from './slugs.ts'
import { videoOf } from './video.ts'

/** The agenda of a meeting, as everybody reads it. */
export const meetingCopies = publisher<PublicMeeting>({
  name: publishedMeetings,
  kind: meetings.name,
  content: PublicMeeting,
  compose: composeMeeting,
  path: (slug) => `/decisions/meetings/${slug}`,
})

/**
 * Under which title a point that is kept back stands on the public agenda (CDLD L1122-14): the one that was said for everybody, once its
 * words were judged; where none was, that a point is not published.
 */
function titleWithheld({ title }: Choice, review: Review | undefined, rule: ReviewRule): string {
  if (!title || (review && awaitedOf(review, rule))) return t('publications.withheld')
  return review ? hider(review.masks)(title) : title
}

/** Why a point is kept back, without what is masked of it; not before its words were judged, as all that leave. */
export function reasonOf(said: string, review: Review | undefined, rule: ReviewRule): string {
  if (!review) return said
  return awaitedOf(review, rule) ? t('publications.withheld.unreviewed') : hider(review.masks)(said)
}

async function composeMeeting(id: string): Promise<Copy<PublicMeeting>> {
  return agendaOf(await weigh(await meetingNamed(id)))
}

/** The agenda of a meeting as everybody would read it now: of its points it says what was published. */
export async function agendaOf(weighed: WeighedMeeting): Promise<Copy<PublicMeeting>> {
  const { meeting, body, rule, points } = weighed
  const copies = await publicationsOfMany(points.map(({ item }) => item.id))
  const shown = new Map(
    points.flatMap(({ item }) => {
      const last = openCopyOf(copies.get(item.id))
      return last ? [[item.id, last] as const] : []
    }),
  )
  const contents = await contentOf([...shown.values()])
  const lines = []
  for (const { item, outcome, choice, leaving, review } of points) {
    const published = shown.get(item.id)
    const told = published && PublicPoint.parse(contents.get(published.id))
    const hide = hider(review?.masks ?? new Map())
    const line = { number: hide(item.number ?? ''), slug: published?.slug ?? null, withheld: null }
    if ('stays' in leaving && leaving.stays === 'withheld')
      lines.push({
        ...line,
        ...{ title: titleWithheld(choice, review, rule), slug: null, stage: null, outcome: null },
        withheld: reasonOf(choice.withheld, review, rule),
      })
    else if ('stays' in leaving && leaving.stays === 'not_decided')
      lines.push({ ...line, title: hide(choice.title || item.title), stage: null, outcome })
    else if (published && told) {
      // As it was published: an agenda says no more of a point than its page does.
      const stage = 'leaves' in leaving ? told.stage : null
      lines.push({ ...line, title: hide(published.title), stage, outcome: told.outcome })
    }
  }
  const { starts_at, place } = meeting
  const origin = originOf(meeting)
  return {
    slug: await meetingSlug(meeting, body),
    title: meeting.title,
    content: {
      organ: { name: body.name, kind: body.kind },
      ...{ starts_at: starts_at.toString(), place },
      state: origin.stateOf(meeting),
      points: lines,
      ...(await videoOf(meeting)),
      ...(await origin.sitting(weighed)),
    },
  }
}
