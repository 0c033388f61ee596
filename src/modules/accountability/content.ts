import { z } from 'zod'
import { actAs, isSystem, system } from '#kernel/access'
import { itsLanguage } from '#kernel/tenancy'
import { allTerms } from '#commons/vocabularies'
import { indicatorsOf, lastTarget, trendOf, valueOf } from '#commons/indicators'
import { amountOf } from '#commons/budgets'
import {
  elements as readElements,
  levels,
  type PlanNode,
  type PlanTree,
  inOrder,
  parts,
} from '#modules/strategy'
import { withoutHidden } from './hidden.ts'
import { otherFields, plainWords } from './said.ts'

const day = z.iso.date().nullable()
const Amount = z.strictObject({ year: z.int(), source: z.string(), cents: z.int() })

export const ContentElement = z.strictObject({
  id: z.uuid(),
  level: z.enum(levels),
  /** 1: a volet. */
  depth: z.int(),
  reference: z.string(),
  title: z.string(),
  state: z.string(),
  nature: z.enum(['internal', 'external']).nullable(),
  body: z.enum(['commune', 'cpas']).nullable(),
  description: z.string(),
  comments: z.string(),
  observation: z.string(),
  budget_comments: z.string(),
  remark: z.string(),
  priority: z.int().nullable(),
  categories: z.array(z.string()),
  plans: z.array(z.string()),
  sdgs: z.array(z.int()),
  partners: z.array(z.string()),
  planned_begin: day,
  due_on: day,
  /** The deadline that holds: its own, or the last one below. */
  deadline: day,
  effective_begin: day,
  effective_end: day,
  late: z.boolean(),
  /** In per cent, null where the plan hides it; `by_hand` says why it is not computed. */
  done: z.int().nullable(),
  by_hand: z.string().nullable(),
  health: z.enum(['good', 'risk', 'blocked', 'paused']).nullable(),
  health_reason: z.string(),
  fte: z.number(),
  /** What other fields say, in plain words; a version of before they were there has none. */
  said: z.record(z.string(), z.string()).optional(),
  people: z.array(z.strictObject({ part: z.enum(parts), name: z.string() })),
  /** Its parents, and the share of its budget in each, in hundredths of a per cent. */
  places: z.array(z.strictObject({ parent: z.uuid(), weight: z.int() })),
  own: z.array(Amount),
  total: z.array(Amount),
  indicators: z.array(
    z.strictObject({
      label: z.string(),
      unit: z.string(),
      source: z.string(),
      value: z.number().nullable(),
      target: z.number().nullable(),
      trend: z.enum(['better', 'worse', 'steady', 'unknown']),
    }),
  ),
})
export type ContentElement = z.output<typeof ContentElement>

/** All that a plan says on a day: what is frozen, compared, printed and made public. */
export const PlanContent = z.strictObject({
  title: z.string(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date(),
  years: z.array(z.int()),
  body: z.enum(['commune', 'cpas', 'shared']),
  elements: z.array(ContentElement),
})
export type PlanContent = z.output<typeof PlanContent>

/** The content of a plan as the one who looks may read it, in the order of the tree, tasks apart. */
export async function contentOf(tree: PlanTree): Promise<PlanContent> {
  const { plan } = tree
  // The texts of all that is looked at, also those that the plan hides: what one may not read is taken off at the end.
  const rows = await actAs(system, () => readElements(tree.nodes.map(({ id }) => id)))
  const texts = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.id, row]))
  const saidIn = await plainWords(otherFields, rows)
  const indicators = await indicatorsOf(tree.nodes.map(({ id }) => id))
  const names = new Map(
    [
      ...(await allTerms('strategy.category')),
      ...(await allTerms('strategy.transversal')),
      ...tree.sources,
    ].map(({ id, name }) => [id, name]),
  )
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? [])
  const amounts = (node: PlanNode, which: 'own' | 'total') =>
    [...node[which]]
      .map(([key, cents]) => ({ ...amountOf(key), cents }))
      .map(({ year, sourceId, cents }) => ({ year, source: names.get(sourceId) ?? '', cents }))
      .toSorted((a, b) => a.year - b.year || a.source.localeCompare(b.source, itsLanguage()))
  const elements = inOrder(tree)
    .filter(({ node }) => node.level !== 'task')
    .map(({ node, depth }): ContentElement => {
      const text = texts.get(node.id)
      const { id, level, reference, title, state, nature, body, priority, sdgs } = node
      const said = text ? saidIn(text) : {}
      const { done, late, health, health_reason, fte } = node
      return {
        ...{ id, level, depth, reference, title, state, nature, body, priority, sdgs },
        ...{ done, late, health, health_reason, fte },
        ...(Object.keys(said).length > 0 && { said }),
        description: text?.description ?? '',
        comments: text?.comments ?? '',
        observation: text?.observation ?? '',
        budget_comments: text?.budget_comments ?? '',
        remark: text?.remark ?? '',
        partners: text?.partners ?? [],
        categories: named(node.categories),
        plans: named(node.plans),
        planned_begin: node.planned_begin?.toString() ?? null,
        due_on: node.due_on?.toString() ?? null,
        deadline: node.deadline?.date.toString() ?? null,
        effective_begin: node.effective_begin?.toString() ?? null,
        effective_end: node.effective_end?.toString() ?? null,
        by_hand: node.progress === null ? null : (text?.progress_reason ?? ''),
        people: node.parties.map(({ part, name }) => ({ part, name })),
        places: node.places.map(({ parent_id, weight }) => ({ parent: parent_id, weight })),
        own: amounts(node, 'own'),
        total: amounts(node, 'total'),
        indicators: indicators
          .filter(({ dossier_id }) => dossier_id === id)
          .map((one) => ({
            label: one.label,
            unit: one.unit,
            source: one.source,
            value: valueOf(one),
            target: lastTarget(one),
            trend: trendOf(one),
          })),
      }
    })
  return {
    title: plan.title,
    starts_on: plan.starts_on.toString(),
    ends_on: plan.ends_on.toString(),
    years: Array.from(
      { length: plan.last_year - plan.first_year + 1 },
      (_, i) => plan.first_year + i,
    ),
    body: plan.body,
    elements: isSystem() ? elements : elements.map((one) => withoutHidden(one, plan.fields)),
  }
}
