import { db } from '#kernel/db'
import { isEmpty } from '#kernel/richtext'
import { annexesOf } from '#commons/annexes'
import { isPast, today } from '#commons/clock'
import { publicationsOfMany } from '#commons/publication'
import type { Obstacle } from '#commons/workflow'
import { type Posting, replacedBy } from './fields.ts'
import { notLookedAt } from './looking.ts'
import { isToCome, momentOf } from './moment.ts'
import { pdfObstacle } from './pdf.ts'
import { whyNot } from './replacing.ts'
import './tables.ts'

/** What is missing before it may be published, or stands in the way. */
export async function notComplete(posting: Posting): Promise<Obstacle | null> {
  const { text, pdf_id, nature, decided_on, expires_on, supervised, supervision_outcome } = posting
  if (isEmpty(text) && !pdf_id) return { key: 'regulations.no_text' }
  if (nature !== 'notice' && !decided_on) return { key: 'regulations.no_decision_day' }
  if (decided_on && Temporal.PlainDate.compare(decided_on, today()) > 0)
    return { key: 'regulations.decided_later' }
  if (expires_on && isPast(expires_on)) return { key: 'regulations.expired' }
  // What its supervision refused or annulled binds nobody.
  if (supervised && (supervision_outcome === 'refused' || supervision_outcome === 'annulled'))
    return { key: 'regulations.supervision_refused' }
  if (pdf_id) {
    const pdf = (await annexesOf(posting.id)).find(({ id }) => id === pdf_id)
    if (pdf?.content_type !== 'application/pdf') return { key: 'regulations.no_pdf' }
    const obstacle = await pdfObstacle(pdf)
    if (obstacle) return obstacle
  }
  return chainObstacle(posting)
}

/** The same, and that what says who somebody is was looked at. */
export const notPublishable = async (posting: Posting): Promise<Obstacle | null> =>
  (await notComplete(posting)) ?? notLookedAt(posting)

/** H16, H13: what is planned has a day, and that is to come. */
export async function notPlannable(posting: Posting): Promise<Obstacle | null> {
  const moment = momentOf(posting)
  if (!moment) return { key: 'regulations.no_day' }
  if (!isToCome(moment)) return { key: 'regulations.past_day' }
  const { publish_on, expires_on } = posting
  if (publish_on && expires_on && Temporal.PlainDate.compare(expires_on, publish_on) < 0)
    return { key: 'regulations.expires_before' }
  return notPublishable(posting)
}

/** What was never published cannot be replaced; what another text replaces is not replaced again. */
async function chainObstacle(posting: Posting): Promise<Obstacle | null> {
  const all = replacedBy(posting)
  if (all.length === 0) return null
  const not = await whyNot(posting, posting.id)
  if (not) return { key: not.key }
  const slugs = await slugsOf(all.map(({ posting_id }) => posting_id))
  const own = (await slugsOf([posting.id])).get(posting.id)
  for (const { posting_id, how } of all) {
    const slug = slugs.get(posting_id)
    if (!slug) return { key: 'regulations.not_public_yet' }
    if (how === 'replaces' && (await isReplaced(slug, own)))
      return { key: 'regulations.replaced_already' }
  }
  return null
}

/** Whether another text than this one replaces it. */
export async function isReplaced(slug: string, but: string | undefined): Promise<boolean> {
  const by = await db()
    .selectFrom('regulations.chain')
    .select('new_slug')
    .where('old_slug', '=', slug)
    .where('whole', '=', true)
    .executeTakeFirst()
  return by !== undefined && by.new_slug !== but
}

/** The public name of what is published now, by the id of each. */
export async function slugsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const copies = await publicationsOfMany(ids)
  return new Map(
    [...copies].flatMap(([id, some]) => {
      const shown = some.find(({ withdrawn_at }) => withdrawn_at === null)
      return shown ? [[id, shown.slug]] : []
    }),
  )
}
