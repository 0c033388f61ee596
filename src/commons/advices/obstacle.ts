import { actAs, system } from '#kernel/access'
import { formatDate } from '#kernel/i18n'
import type { Dossier } from '#commons/dossiers'
import type { Obstacle } from '#commons/workflow'
import { type Advice, advicesOn, isTimedOut } from './advice.ts'
import { advisedNamed } from './advised.ts'
import { wantedBy } from './following.ts'
import { type AdviceType, typesOn } from './type.ts'
import { isFavourable } from './values.ts'

/**
 * What advices that a rule asks put in the way of dossiers of a kind, by their ids: one stands in the way until it was given,
 * favourable where that is needed, or its time has passed. Asked of rules and rows as they are now, whoever acts.
 */
export function adviceObstacles(
  kind: string,
  some: readonly Dossier[],
): Promise<ReadonlyMap<string, Obstacle>> {
  return actAs(system, async () => {
    const of = advisedNamed(kind)
    const types = of ? (await typesOn(kind)).filter(({ nature }) => nature !== 'optional') : []
    if (!of || types.length === 0) return new Map()
    const wanted = await wantedBy(of, some, types)
    if (wanted.length === 0) return new Map()
    const standing = await advicesOn(wanted.map(({ id }) => id))
    return new Map(
      wanted.flatMap(({ id, type }) => {
        const advice = standing.find((one) => one.subject_id === id && one.type_id === type.id)
        const obstacle = hindrance(type, advice)
        return obstacle ? [[id, obstacle] as const] : []
      }),
    )
  })
}

function hindrance({ title, must_favour }: AdviceType, advice?: Advice): Obstacle | null {
  if (!advice) return { key: 'advices.missing', params: { title } }
  if (advice.state === 'given')
    return must_favour && !isFavourable(advice.value)
      ? { key: 'advices.unfavourable', params: { title } }
      : null
  if (isTimedOut(advice) && !must_favour) return null
  return advice.due_on
    ? { key: 'advices.awaited', params: { title, day: formatDate(advice.due_on) } }
    : { key: 'advices.not_begun', params: { title } }
}
