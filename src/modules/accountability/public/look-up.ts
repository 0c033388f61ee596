import { folded } from '#kernel/i18n'
import { z } from 'zod'
import { integer, optionalLine } from '#kernel/http'
import { toPlainText } from '#kernel/richtext'
import { levels } from '#modules/strategy'
import type { PublicElement } from '../publish.ts'

/** What of a plan a citizen looks for: words, a goal of sustainable development. */
export const PlanQuery = z.object({
  q: optionalLine(100),
  sdg: z.union([z.literal('').transform(() => null), integer(1, 17)]).default(null),
})
export type PlanQuery = z.output<typeof PlanQuery>

/** What a query asks for, and with it all that it stands below and all below it. */
export function lookUp(elements: readonly PublicElement[], { q, sdg }: PlanQuery) {
  const words = folded(q).split(/\s+/)
  const isMeant = ({ level, reference, title, description, mandataries, sdgs }: PublicElement) => {
    const text = folded([reference, title, toPlainText(description), ...mandataries].join(' '))
    const serves = level !== 'volet' && (sdg === null || sdgs.includes(sdg))
    return serves && words.every((word) => text.includes(word))
  }
  const kept = new Set(elements.filter(isMeant).map(({ key }) => key))
  const matches = kept.size
  const downwards = elements.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
  for (const { key, parents } of downwards) if (parents.some((one) => kept.has(one))) kept.add(key)
  for (const { key, parents } of downwards.toReversed())
    if (kept.has(key)) for (const one of parents) kept.add(one)
  return { matches, elements: elements.filter(({ key }) => kept.has(key)) }
}
