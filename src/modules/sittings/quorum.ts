import { applied, type LegalRule, type QuorumRule } from '#commons/law'
import { votes } from '#commons/organs'
import { type Meeting, dayOf, organKind } from '#modules/deliberations'
import { type Quorum, quorum } from './majority.ts'
import type { Attendee, Sitting } from './presence.ts'

/** How many members must be there (CDLD L1122-17, L1123-20). */
const quorumLaw = applied('vote.quorum', 'quorum', 'sittings.applies.quorum')

/** How many of an organ are there, how many must be, and by which article. */
export interface QuorumCheck {
  quorum: Quorum
  present: number
  inOffice: number
  article: string
}

/** The rule of quorum of a meeting; undefined where the law, as known here, has none for its organ. */
export async function quorumRule(meeting: Meeting): Promise<LegalRule<QuorumRule> | undefined> {
  return quorumLaw.on(await organKind(meeting), dayOf(meeting))
}

/**
 * Whether enough members are among some of them to decide (CDLD L1122-17, L1123-20): asked of those who take part in a
 * point, for each point, `calling` being how many times it was called for want of quorum. Null where there is no rule.
 */
export function quorumAmong(
  rule: LegalRule<QuorumRule> | undefined,
  { attendees }: Sitting,
  some: readonly Attendee[],
  calling = 1,
): QuorumCheck | null {
  if (!rule) return null
  const inOffice = attendees.filter(votes).length
  const present = some.filter(votes).length
  return {
    quorum: quorum(inOffice, present, rule.value, calling),
    present,
    inOffice,
    article: rule.article,
  }
}
