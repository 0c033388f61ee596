import type { ContentElement, PlanContent } from './content.ts'

/** What of an element is compared between two versions. */
const compared = [
  'title',
  'reference',
  'state',
  'description',
  'comments',
  'observation',
  'budget_comments',
  'remark',
  'priority',
  'categories',
  'plans',
  'sdgs',
  'partners',
  'planned_begin',
  'due_on',
  'effective_begin',
  'effective_end',
  'done',
  'health',
  'health_reason',
  'fte',
  'said',
  'people',
  'places',
  'own',
  'indicators',
] as const satisfies readonly (keyof ContentElement)[]
export type ComparedField = (typeof compared)[number]

/** What became of an element between two versions. */
export type Difference =
  | { kind: 'added'; element: ContentElement }
  | { kind: 'removed'; element: ContentElement }
  | { kind: 'changed'; element: ContentElement; before: ContentElement; fields: ComparedField[] }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** How a plan went from one version to another, in the order of the later one; what is gone comes last. */
export function differences(before: PlanContent, after: PlanContent): Difference[] {
  const known = new Map(before.elements.map((one) => [one.id, one]))
  const kept = new Set(after.elements.map(({ id }) => id))
  const found = after.elements.flatMap((element): Difference[] => {
    const earlier = known.get(element.id)
    if (!earlier) return [{ kind: 'added', element }]
    const fields = compared.filter((field) => !same(earlier[field], element[field]))
    return fields.length > 0 ? [{ kind: 'changed', element, before: earlier, fields }] : []
  })
  const removed = before.elements.filter(({ id }) => !kept.has(id))
  return [...found, ...removed.map((element) => ({ kind: 'removed', element }) as const)]
}

/** Differences by the objective (or volet) in whose first place each element stands. */
export function byObjective(
  found: readonly Difference[],
  known: ReadonlyMap<string, ContentElement>,
): Map<ContentElement, Difference[]> {
  const objectiveOf = (one: ContentElement): ContentElement => {
    const above = known.get(one.places[0]?.parent ?? '')
    return above && one.level.endsWith('action') ? objectiveOf(above) : one
  }
  return Map.groupBy(found, ({ element }) => known.get(objectiveOf(element).id) ?? element)
}
