import { Conflict } from '#kernel/errors'
import { knownMessage, t } from '#kernel/i18n'
import type { Leaving, Published } from '#commons/publication'
import { PublicMeeting, PublicPoint } from '#modules/copies'
import { type Lack, lacksOf } from './check.ts'
import { meetingResources } from './meeting.ts'
import { pointResources } from './point.ts'

/** The site of what is not public yet: its addresses are looked at by the shapes alone. */
const nowhere = 'https://beffroi.invalid'
/** How many points a sentence names. */
const mostNamed = 5

const asPublished = <C>(copy: Leaving, content: C): Published<C> => ({
  ...{ publisher: '', slug: copy.slug, number: 1, title: copy.title, content },
  ...{ hash: '', previous_hash: null, published_at: Temporal.Now.instant() },
})

/**
 * Refuses to publish points of which our shapes say that they are wrong, naming them; all points of a meeting are one graph. What
 * they merely lack keeps nobody from publishing.
 */
export async function ensurePoints(copies: readonly Leaving[]): Promise<void> {
  const points = copies.map((copy) => asPublished(copy, PublicPoint.parse(copy.content)))
  const resources = points.flatMap((copy) => pointResources(nowhere, copy))
  const lacks = (await lacksOf(resources)).filter(({ refused }) => refused)
  if (lacks.length === 0) return
  const named = points.flatMap((copy) => {
    const [first] = lacks.filter(({ of }) => of.startsWith(`${nowhere}/decisions/${copy.slug}#`))
    const { number } = copy.content
    return first
      ? [t('opendata.refused.point', { number, title: copy.title, why: why(first) })]
      : []
  })
  const [first] = lacks
  const all = named.length > 0 || !first ? named : [why(first)]
  const told = all.slice(0, mostNamed).join(' ')
  throw new Conflict('opendata.refused', {
    points: told,
    more: Math.max(0, all.length - mostNamed),
  })
}

/** The same of an agenda: of what is told of the meeting itself, for what it names was refused by itself or is gone by tomorrow. */
export async function ensureMeetings(copies: readonly Leaving[]): Promise<void> {
  const all = copies.map((copy) => asPublished(copy, PublicMeeting.parse(copy.content)))
  const lacks = await lacksOf(all.flatMap((copy) => meetingResources(nowhere, copy)))
  const [wrong] = lacks.filter(({ refused, of }) => refused && of.endsWith('#meeting'))
  if (wrong) throw new Conflict('opendata.refused', { points: why(wrong), more: 0 })
}

/** What is wrong, in a sentence. */
export function why({ what }: Pick<Lack, 'what'>): string {
  const key = knownMessage(`opendata.lack.${what}`)
  return key ? t(key) : what
}
