import { applied, type LegalRule, type QuorumRule, type ShareOfPresent } from '#commons/law'
import { votes } from '#commons/organs'
import { type Meeting, dayOf, organKind } from '#modules/deliberations'
import type { Attendee, Sitting } from './presence.ts'

/** How many members must be there (CDLD L1122-17, L1123-20). */
const quorumLaw = applied('vote.quorum', 'quorum', 'sittings.applies.quorum')

/** Whether enough members are there to decide; `required` is a number of members. */
export type Quorum =
  | { readonly met: true; readonly required: number; readonly waived: boolean }
  | { readonly met: false; readonly required: number; readonly missing: number }

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

/**
 * Whether a body of `inOffice` members may decide with `present` of them, those who withdrew for a
 * direct interest not counted (CDLD L1122-17, L1122-19, L1123-20). `convocation` is how many times
 * the point has been on the agenda for want of quorum, this time included.
 */
export function quorum(
  inOffice: number,
  present: number,
  rule: QuorumRule,
  convocation = 1,
): Quorum {
  const required = Math.floor(inOffice / 2) + 1
  if (present >= required) return { met: true, required, waived: false }
  const waived = rule.waivedFrom !== null && convocation >= rule.waivedFrom
  if (waived) return { met: true, required, waived }
  return { met: false, required, missing: required - present }
}

/** How many of those present a share of them is, rounded up: two thirds of 25 are 17. */
export function membersFor(share: ShareOfPresent, present: number): number {
  return Math.ceil((present * share.numerator) / share.denominator)
}
