import type { Reckoning } from '#commons/clock'
import { applied, type LegalRule, reckon } from '#commons/law'
import { dayOf, type Meeting, organKind } from '#modules/deliberations'

const projects = applied('publicity.projects', 'delay', 'publications.applies.projects')

/** By when the projects of a meeting stand on the site, and by which rule; undefined where no rule is known. */
export async function projectsDue(
  meeting: Meeting,
): Promise<{ rule: LegalRule; reckoning: Reckoning } | undefined> {
  const rule = await projects.on(await organKind(meeting), dayOf(meeting))
  return rule && { rule, reckoning: reckon(rule, dayOf(meeting)) }
}
