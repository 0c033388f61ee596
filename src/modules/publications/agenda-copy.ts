import { t } from '#kernel/i18n'
import { read } from '#commons/dossiers'
import { type Copy, publicationsOfMany, publisher } from '#commons/publication'
import { type Item, meetings } from '#modules/deliberations'
import { weigh } from './compose.ts'
import { PublicMeeting } from './content.ts'
import { isPutOff, type Leaving } from './leaving.ts'
import { awaitedOf, type Review, type ReviewRule } from './review/reviewing.ts'
import { hider } from './review/texts.ts'
import { publicSitting } from './sitting.ts'
import { meetingSlug, openCopyOf } from './slugs.ts'
import { videoOf } from './video.ts'

/** The agenda of a meeting, as everybody reads it. */
export const meetingCopies = publisher<PublicMeeting>({
  name: 'publications.meeting',
  kind: meetings.name,
  content: PublicMeeting,
  compose: composeMeeting,
  path: (slug) => `/decisions/meetings/${slug}`,
})

const isProject = (item: Item, leaving: Leaving) =>
  'leaves' in leaving && leaving.leaves === 'project' && !isPutOff(item)

/** Why a point is kept back, without what is masked of it; not before its words were judged, as all that leave. */
export function reasonOf(said: string, review: Review | undefined, rule: ReviewRule): string {
  if (!review) return said
  return awaitedOf(review, rule) ? t('publications.withheld.unreviewed') : hider(review.masks)(said)
}

async function composeMeeting(id: string): Promise<Copy<PublicMeeting>> {
  const weighed = await weigh(await read(meetings, id))
  const { meeting, body, rule, points } = weighed
  const copies = await publicationsOfMany(points.map(({ item }) => item.id))
  const lines = []
  for (const { item, choice, leaving, review } of points) {
    const published = openCopyOf(copies.get(item.id))
    const hide = hider(review?.masks ?? new Map())
    const isWeighed = 'leaves' in leaving || leaving.stays === 'not_decided'
    const line = {
      number: item.number ?? '',
      // What stays has the title under which it was published.
      title: isWeighed ? hide(choice.title || item.title) : (published?.title ?? ''),
      outcome: isProject(item, leaving) ? null : item.state,
    }
    if ('leaves' in leaving) {
      if (published)
        lines.push({ ...line, slug: published.slug, stage: leaving.leaves, withheld: null })
    } else if (leaving.stays === 'withheld')
      lines.push({
        ...line,
        ...{ title: t('publications.withheld'), slug: null, stage: null, outcome: null },
        withheld: reasonOf(choice.withheld, review, rule),
      })
    else if (leaving.stays === 'not_decided' || published)
      lines.push({ ...line, slug: published?.slug ?? null, stage: null, withheld: null })
  }
  const { state, starts_at, place, closed_at } = meeting
  return {
    slug: await meetingSlug(meeting, body),
    title: meeting.title,
    content: {
      organ: { name: body.name, kind: body.kind },
      ...{ starts_at: starts_at.toString(), place },
      state: state === 'cancelled' ? 'cancelled' : closed_at ? 'held' : 'planned',
      points: lines,
      ...(await videoOf(meeting)),
      ...(await publicSitting(weighed)),
    },
  }
}
