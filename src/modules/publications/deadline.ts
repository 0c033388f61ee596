import type { Reckoning } from '#commons/clock'
import { applied, type LegalRule, type OrganKind, reckon } from '#commons/law'
import { dayOf, organKind } from '#modules/deliberations'
import { type OpenMeeting, originOf } from './origin.ts'

const projects = applied('council.public_drafts', 'delay', 'publications.applies.projects')

/**
 * By when the projects of a meeting stand on the site, and by which rule; undefined where no rule is known, and of a meeting whose days
 * are not followed here.
 */
export const projectsDue = async (meeting: OpenMeeting) =>
  originOf(meeting).isFollowed(meeting)
    ? projectsDueOn(await organKind(meeting), dayOf(meeting))
    : undefined

/** The same of a meeting of an organ of this kind on a day. */
export async function projectsDueOn(
  kind: OrganKind,
  day: Temporal.PlainDate,
): Promise<{ rule: LegalRule; reckoning: Reckoning } | undefined> {
  const rule = await projects.on(kind, day)
  return rule && { rule, reckoning: reckon(rule, day) }
}
