import { Invalid } from '#kernel/errors'
import { isEmpty } from '#kernel/richtext'
import { today } from '#commons/clock'
import { applied, type OrganKind } from '#commons/law'
import { organs } from '#commons/organs'
import type { Obstacle } from '#commons/workflow'
import type { Item } from './item.ts'

/** For what a point stands on an agenda (type de point). */
export const purposes = [
  'decision',
  'takes_note',
  'information',
  'communication',
  'oral_question',
] as const
export type Purpose = (typeof purposes)[number]

/** Whether an act comes out of a point: the organ decides or takes note; else it hears, and nothing is voted. */
export const hasAct = ({ purpose }: { purpose: Purpose }): boolean =>
  purpose === 'decision' || purpose === 'takes_note'

/** What stands in the way of accepting a point: no act comes out of it, or the act has no words yet (D14). */
export function wordsNeeded({ purpose, decision }: Pick<Item, 'purpose' | 'decision'>) {
  if (!hasAct({ purpose })) return { key: 'deliberations.item.no_act' } as const
  return isEmpty(decision) ? ({ key: 'deliberations.item.decision_needed' } as const) : null
}

/** Whether an organ decides by a count of votes that this house knows; some bear votes of different weight. */
const votedLaw = applied('vote.majority', 'majority', 'deliberations.applies.voted')

/** What stands in the way of a decision that nobody votes on, where its organ votes. */
export async function unvoted(
  { purpose, poll_type }: Pick<Item, 'purpose' | 'poll_type'>,
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<Obstacle | null> {
  if (purpose !== 'decision' || poll_type !== 'no_vote') return null
  return (await votedLaw.on(kind, day)) ? { key: 'deliberations.item.decision_is_voted' } : null
}

type Settled = Pick<Item, 'purpose' | 'poll_type'>

/**
 * What a point is for and how it is voted, made to agree: of the two, what is told now counts (`told`), and the other follows.
 * Throws `Invalid` where both are told and cannot be together.
 */
export async function agreed(
  told: Partial<Settled>,
  before: Settled & { organ_id: string },
): Promise<Settled> {
  const purpose = told.purpose ?? before.purpose
  const poll_type = told.poll_type ?? before.poll_type
  const isVoted = poll_type !== 'no_vote'
  const isNew = { purpose: purpose !== before.purpose, poll: poll_type !== before.poll_type }
  if (purpose !== 'decision') {
    if (!isVoted) return { purpose, poll_type }
    if (isNew.poll && isNew.purpose)
      throw Invalid.field('poll_type', 'deliberations.item.not_voted')
    return isNew.poll ? { purpose: 'decision', poll_type } : { purpose, poll_type: 'no_vote' }
  }
  if (isVoted) return { purpose, poll_type }
  const kind = (await organs()).find(({ id }) => id === before.organ_id)?.kind
  if (!kind || !(await unvoted({ purpose, poll_type }, kind, today())))
    return { purpose, poll_type }
  if (isNew.poll && isNew.purpose)
    throw Invalid.field('poll_type', 'deliberations.item.decision_is_voted')
  return isNew.purpose ? { purpose, poll_type: 'freehand' } : { purpose: 'takes_note', poll_type }
}
