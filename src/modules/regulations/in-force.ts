import { applied, citeOpenly, type LegalRule, reckon } from '#commons/law'
import type { Reckoning } from '#commons/clock'
import { bodies } from './bodies.ts'
import type { Posting } from './fields.ts'

const rules = applied('regulations.in_force', 'delay', 'regulations.applies.in_force')

/** From which day a text binds, and why. */
export type InForce =
  /** Its own words say so: but never before it is published. */
  | { on: Temporal.PlainDate; stated: true }
  | { on: Temporal.PlainDate; stated: false; rule: LegalRule; reckoning: Reckoning; days: number }

type Asked = Pick<Posting, 'nature' | 'body' | 'in_force_on'>

/**
 * From which day a text that is published on a day binds: as it says, else as the law does (CDLD L1133-2). Null of a notice, which
 * rules nothing, and where this house knows no law for who took it.
 */
export async function inForceOf(
  { nature, body, in_force_on }: Asked,
  publishedOn: Temporal.PlainDate,
): Promise<InForce | null> {
  if (nature === 'notice') return null
  if (in_force_on) {
    const early = Temporal.PlainDate.compare(in_force_on, publishedOn) < 0
    return { on: early ? publishedOn : in_force_on, stated: true }
  }
  const organ = bodies[body]
  const rule = organ && (await rules.on(organ, publishedOn))
  if (!rule) return null
  const reckoning = reckon(rule, publishedOn)
  const days = 'days' in rule.value ? rule.value.days : 0
  return { on: reckoning.date, stated: false, rule, reckoning, days }
}

/** The article as everybody reads it. */
export const articleOf = (found: InForce): string | null =>
  found.stated ? null : citeOpenly(found.rule)
