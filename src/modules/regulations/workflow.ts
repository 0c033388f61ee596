import { isStamped } from '#kernel/timestamps'
import { isPast, today } from '#commons/clock'
import { directorGeneral } from '#commons/directory'
import { workflow } from '#commons/workflow'
import { secretariat } from '#modules/deliberations'
import { type Posting, postingKind } from './fields.ts'
import { notComplete, notPlannable, notPublishable } from './guards.ts'
import { now } from './moment.ts'

const writers = ['author', 'service:editor', 'service:head'] as const
/** Who publishes. */
export const publishing = [secretariat, directorGeneral] as const

/** A person answers for it: no program takes such a step. */
const inPerson = true

/**
 * The day of the publication (H13): where a timestamp proves it, it is now, whatever was typed; else now too, unless a day of
 * the past was: it hung on the board since then.
 */
function published({ publish_on, publish_at }: Posting): object {
  const isOld = publish_on !== null && Temporal.PlainDate.compare(publish_on, today()) < 0
  return !isStamped() && isOld ? { publish_on, publish_at } : now()
}

/** What expired does not stand again. */
const isOver = ({ expires_on }: Posting) =>
  expires_on && isPast(expires_on) ? { key: 'regulations.expired' as const } : null

export const postingWorkflow = workflow(postingKind, {
  initial: 'draft',
  states: {
    draft: { tone: 'neutral', waitsFor: ['author'], edits: [...writers, ...publishing] },
    proposed: { tone: 'info', waitsFor: publishing, edits: publishing },
    planned: { tone: 'info' },
    published: { tone: 'good' },
    unpublished: { tone: 'bad', edits: publishing },
    archived: { tone: 'neutral', aside: true },
  },
  transitions: {
    propose: { from: ['draft'], to: 'proposed', who: writers, when: notComplete },
    post: {
      from: ['draft', 'proposed', 'planned', 'unpublished'],
      to: 'published',
      who: publishing,
      when: notPublishable,
      writes: published,
      inPerson,
    },
    plan: {
      from: ['draft', 'proposed', 'unpublished'],
      to: 'planned',
      who: publishing,
      when: notPlannable,
      inPerson,
    },
    archive: { from: ['published'], to: 'archived', who: publishing, back: true, inPerson },
    restore: {
      from: ['archived'],
      to: 'published',
      who: publishing,
      when: isOver,
      inPerson,
    },
    unplan: { from: ['planned'], to: 'proposed', who: publishing, back: true },
    send_back: {
      ...{ from: ['proposed'], to: 'draft', who: publishing },
      ...{ comment: 'required', back: true },
    },
    unpublish: {
      ...{ from: ['published', 'archived'], to: 'unpublished', who: publishing, inPerson },
      ...{ comment: 'required', back: true },
    },
  },
})
