import type { Item } from '#modules/deliberations'
import type { PublicRule } from './rule.ts'

/** What of a point everybody reads: what is proposed to the organ, or what it decided. */
export type Stage = 'project' | 'decision'

/** Why a point stays in the house. */
export type Staying =
  /** The law closes all sittings of its organ. */
  | 'closed_by_law'
  | 'closed_session'
  /** Its organ hides what it decided while that is written. */
  | 'under_writing'
  /** Its organ makes nothing public at this stage. */
  | 'rule'
  /** Its agenda is not frozen yet. */
  | 'not_frozen'
  /** It waits for the end of its meeting, or for the approval of the minutes. */
  | 'not_closed'
  | 'not_approved'
  /** Nothing was decided of it. */
  | 'not_decided'
  /** A file that was chosen of it is not ready. */
  | 'files'
  /** Who publishes keeps it, for a reason of theirs. */
  | 'withheld'
  /** The software in which it is prepared names it no more. */
  | 'gone'
  /** Words that say who somebody is are to be judged; there are too many to look for them; somebody else is to look at it. */
  | 'unreviewed'
  | 'unread'
  | 'unconfirmed'

export type Leaving = { leaves: Stage; whole: boolean } | { stays: Staying }

/** What of a point decides whether it leaves. */
export type Weighable = Pick<Item, 'state' | 'privacy' | 'veiled'> & { gone?: boolean }

interface Grounds {
  rule: PublicRule
  /** The article by which the law closes all sittings of the organ. */
  closedBy: string | null
  /** Whether the meeting is over, and its minutes are approved. */
  over: boolean
  approved: boolean
}

const decided: readonly string[] = ['accepted', 'accepted_modified', 'refused', 'treated']
const putOff: readonly string[] = ['delayed', 'removed', 'cancelled']

/** Whether nothing was decided of it at its meeting. */
export const isPutOff = ({ state }: Pick<Item, 'state'>): boolean => putOff.includes(state)

/**
 * What leaves of a point, or why it stays (publicité active). What the law keeps is asked first: no choice and no rule of an organ
 * opens it. `shown`: everybody reads a copy of it already.
 */
export function leavingOf(
  item: Weighable,
  { withheld, shown }: { withheld: boolean; shown: boolean },
  { rule, closedBy, over, approved }: Grounds,
): Leaving {
  if (closedBy !== null) return { stays: 'closed_by_law' }
  if (item.privacy === 'secret') return { stays: 'closed_session' }
  // What is named there no more, and was public, is withdrawn by saying why.
  if (withheld && (shown || !item.gone)) return { stays: 'withheld' }
  if (item.gone) return { stays: 'gone' }
  // Whoever read the project reads there that nothing was decided of it.
  if (isPutOff(item))
    return shown && over && rule.projects !== 'no'
      ? { leaves: 'project', whole: rule.projects === 'whole' }
      : { stays: 'not_decided' }
  if (!decided.includes(item.state)) {
    if (item.state !== 'frozen') return { stays: 'not_frozen' }
    if (rule.projects === 'no') return { stays: 'rule' }
    return { leaves: 'project', whole: rule.projects === 'whole' }
  }
  if (item.veiled) return { stays: 'under_writing' }
  if (rule.decisions === 'no') return { stays: 'rule' }
  if (!over) return { stays: 'not_closed' }
  if (rule.since === 'approved' && !approved) return { stays: 'not_approved' }
  return { leaves: 'decision', whole: rule.decisions === 'whole' }
}
