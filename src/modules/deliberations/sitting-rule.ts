import { applied, type OrganKind } from '#commons/law'

const sittingLaw = applied('council.sitting', 'sitting', 'deliberations.applies.sitting')
const closedSessionLaw = applied(
  'council.closed_session',
  'closed_session',
  'deliberations.applies.closed_session',
)

/** How the law has an organ sit on a day. */
export interface SittingRule {
  /** The article that closes all its sittings to the public; null where they are open. */
  closedBy: string | null
  /** The article by which matters of persons go into closed session, where the rest is public. */
  closesPersons: string | null
  /** Whether no public point comes after the closed session. */
  closedLast: boolean
}

/**
 * Whether an organ sits in public (CDLD L1122-20; organic law of the CPAS, art. 31), and what of its agenda goes into closed
 * session (L1122-21, L1122-22). An organ of which no rule is known sits as each of its points says.
 */
export async function sittingRule(kind: OrganKind, day: Temporal.PlainDate): Promise<SittingRule> {
  const sitting = await sittingLaw.on(kind, day)
  const closed = await closedSessionLaw.on(kind, day)
  return {
    closedBy: sitting && !sitting.value.open ? sitting.article : null,
    closesPersons: closed?.article ?? null,
    closedLast: closed?.value.last ?? false,
  }
}
