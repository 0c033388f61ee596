import { z } from 'zod'
import { Conflict, ensure } from '#kernel/errors'
import { folded } from '#kernel/i18n'
import { clean, emptyText } from '#kernel/richtext'
import { read } from '#commons/dossiers'
import { whitelist } from '#commons/records'
import { publicationsOf, publicText, publish, publisher, redacted } from '#commons/publication'
import {
  type Plan,
  levels,
  loadTree,
  planFields,
  plans,
  progressOf,
  yearsOf,
} from '#modules/strategy'
import { type ContentElement, contentOf } from './content.ts'
import { withoutHidden } from './hidden.ts'

const Amount = z.strictObject({ year: z.int(), source: z.string(), cents: z.int() })

const Indicator = z.strictObject({
  ...{ label: z.string(), unit: z.string() },
  ...{ value: z.number().nullable(), target: z.number().nullable() },
  trend: z.enum(['better', 'worse', 'steady', 'unknown']),
})

const PublicElement = z.strictObject({
  /** Its anchor in the page, « os-1 ». */
  key: z.string(),
  /** What it stands below: several where it is mirrored, in the order of the plan. */
  parents: z.array(z.string()),
  level: z.enum(levels).exclude(['task']),
  ...{ reference: z.string(), title: z.string(), description: publicText() },
  /** Empty of a volet; null in older copies. */
  state: z
    .string()
    .nullable()
    .transform((state) => state ?? ''),
  /** In per cent. */
  /** Null where the plan hides it. */
  progress: z.int().nullable(),
  deadline: z.iso.date().nullable(),
  sdgs: z.array(z.int()),
  mandataries: z.array(z.string()),
  /** With what is below; none for sub-actions. */
  budget: z.array(Amount),
  indicators: z.array(Indicator),
})
export type PublicElement = z.output<typeof PublicElement>

const ofPlan = whitelist(plans, planFields, ['starts_on', 'ends_on', 'body'])

/** What everybody may know of a plan: the whitelist. */
const PublicPlan = z.strictObject({
  ...ofPlan.shape,
  years: z.array(z.int()),
  /** The mean of the strategic objectives, each by its effort. */
  progress: z.int(),
  /** In the order of the plan, each once. */
  elements: z.array(PublicElement),
})
export type PublicPlan = z.output<typeof PublicPlan>

export const planCopies = publisher({
  name: 'accountability.plan',
  kind: plans.name,
  content: PublicPlan,
  compose: async (id) => {
    const plan = await read(plans, id)
    const tree = await loadTree(plan, { whole: false })
    const { elements: all } = await contentOf(tree)
    const children = [...new Set(tree.roots.flatMap(({ children: below }) => below))]
    const progress = progressOf({ state: '', progress: null, effort: 1, children })
    return {
      slug: await slugOf(plan),
      title: plan.title,
      content: {
        ...(await ofPlan.copy(plan)),
        years: yearsOf(plan),
        progress,
        elements: shown(all.map((one) => withoutHidden(one, plan.fields))),
      },
    }
  },
  path: (slug) => `/pst/${slug}`,
})

/** Publishes a plan as it stands. Throws `Conflict` where it is not in force. */
export async function publishPlan(plan: Plan) {
  ensure(plan.state === 'in_force', Conflict, 'accountability.publication.not_in_force')
  return publish(plan, planCopies)
}

/** « pst-2025-2030 », after the title; the one under which the plan was first published stays. */
async function slugOf(plan: Plan): Promise<string> {
  const [known] = await publicationsOf(plan.id)
  const words = hyphenated(plan.title).replace('programme-strategique-transversal', 'pst')
  return known?.slug ?? (words.slice(0, 80).replace(/-$/, '') || 'pst')
}

const hyphenated = (text: string) => (folded(text).match(/[a-z0-9]+/g) ?? []).join('-')

/** The volets, and all below them that is more than created; of each, the fields that the plan shows. */
function shown(all: readonly ContentElement[]): PublicElement[] {
  const keys = new Map<string, string>()
  const isPublic = ({ level, state, places }: ContentElement) =>
    level === 'volet' || (state !== 'created' && places.some(({ parent }) => keys.has(parent)))
  for (const level of levels)
    for (const [index, one] of all.entries())
      if (one.level === level && isPublic(one)) keys.set(one.id, keyOf(one, index, keys))
  return all.flatMap((one) => {
    const key = keys.get(one.id)
    if (key === undefined) return []
    const above = all.filter(({ id }) => one.places.some(({ parent }) => parent === id))
    const { reference, title, state, done: progress } = one
    const mandataries = one.people
      .filter(({ part }) => part === 'mandatary')
      .map(({ name }) => name)
    const figures = one.indicators.map((each) => z.object(Indicator.shape).parse(each))
    return {
      ...{ key, reference, title, progress },
      deadline: one.deadline,
      sdgs: one.sdgs,
      parents: above.flatMap(({ id }) => keys.get(id) ?? []),
      level: PublicElement.shape.level.parse(one.level),
      description: one.description ? redacted(clean(one.description).html) : emptyText,
      state: one.level === 'volet' ? '' : state,
      mandataries,
      budget: one.level === 'sub_action' ? [] : one.total,
      indicators: figures,
    }
  })
}

/** The reference as an anchor; its place in the plan where there is none, or where another has it. */
function keyOf({ level, reference }: ContentElement, index: number, keys: Map<string, string>) {
  const short = hyphenated(reference)
  return short && ![...keys.values()].includes(short) ? short : `${level}-${index + 1}`
}
