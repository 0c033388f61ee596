import { t } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { isPast, spokenDay } from '#commons/clock'
import { cite } from '#commons/law'
import type { Obstacle } from '#commons/workflow'
import { convocation, type Meeting } from '#modules/deliberations'
import { convokedOf, deadlineOf } from './convocation.ts'
import type { Standing } from './standing.ts'

/** Whether something that the law asks before a meeting was done. */
export interface LegalFact {
  /** The key of its law: `council.convocation`. */
  readonly key: string
  readonly state: 'done' | 'late'
  readonly said: string
}

/** What others record of what the law asks before a meeting: that minutes are at the disposal of members. */
export const legalFacts = slot<(meeting: Meeting) => Promise<LegalFact[]>>('legal-facts')

/** What is recorded of the convocation of a meeting, for its legal line of time: done only where every member received it. */
export function convocationFacts(standing: Standing): LegalFact[] {
  const fact = factOf(standing)
  return fact ? [{ key: convocation.key, ...fact }] : []
}

function factOf(standing: Standing): Pick<LegalFact, 'state' | 'said'> | null {
  const { state, on, last } = standing
  const day = on ? spokenDay(on) : ''
  if (state === 'done') return { state: 'done', said: t('convocations.fact.done', { day }) }
  if (state === 'urgent') return { state: 'done', said: t('convocations.fact.urgent', { day }) }
  if (state === 'late') return { state: 'late', said: t('convocations.fact.late', { day }) }
  if (!last || !isPast(last)) return null
  return { state: 'late', said: t(`convocations.fact.${state}`, countsOf(standing)) }
}

/** How many of how many received it. */
export const countsOf = ({ members, missing, unreceived }: Standing) => ({
  members,
  received: members - missing.length - unreceived.length,
})

/**
 * What stands in the way of opening a sitting: somebody who sits was never convoked (CDLD L1122-13). A rule that nobody read in
 * the law warns, and stops nobody; what was received late is a fact, which the line of time says.
 */
export async function openingObstacle(meeting: Meeting): Promise<Obstacle | null> {
  if (meeting.noted_after) return null
  const deadline = await deadlineOf(meeting)
  if (!deadline?.rule.verified) return null
  const { state, missing } = await convokedOf(meeting)
  const article = cite(deadline.rule)
  if (state === 'none') return { key: 'convocations.opening.none', params: { article } }
  if (missing.length === 0) return null
  const params = { article, names: missing.map(({ name }) => name).join(', ') }
  return { key: 'convocations.opening.missing', params }
}
