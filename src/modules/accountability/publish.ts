import { z } from 'zod'
import { Conflict, ensure } from '#kernel/errors'
import { clean } from '#kernel/richtext'
import { read } from '#commons/dossiers'
import {
  type Publication,
  publicationsOf,
  publicText,
  publish,
  publisher,
  redacted,
} from '#commons/publication'
import { type Plan, type PlanTree, levels, loadTree, plans, progressOf } from '#modules/strategy'
import { type ContentElement, contentOf } from './content.ts'

/** All states but that of what is merely created, which stays in the house. */
export const publicStates = [
  'to_be_scheduled',
  'ongoing',
  'achieved',
  'terminated',
  'stopped',
  'abandoned',
] as const

const PublicElement = z.strictObject({
  /** Its anchor in the page, « os-1 ». */
  key: z.string(),
  /** What it stands below: several where it is mirrored, the first in the order of the plan first. */
  parents: z.array(z.string()),
  level: z.enum(levels).exclude(['task']),
  reference: z.string(),
  title: z.string(),
  description: publicText(),
  /** Null for a volet. */
  state: z.enum(publicStates).nullable(),
  /** In per cent. */
  progress: z.int(),
  deadline: z.iso.date().nullable(),
  sdgs: z.array(z.int()),
  mandataries: z.array(z.string()),
  /** With what is below; none for sub-actions. */
  budget: z.array(z.strictObject({ year: z.int(), source: z.string(), cents: z.int() })),
  indicators: z.array(
    z.strictObject({
      label: z.string(),
      unit: z.string(),
      value: z.number().nullable(),
      target: z.number().nullable(),
      trend: z.enum(['better', 'worse', 'steady', 'unknown']),
    }),
  ),
})
export type PublicElement = z.output<typeof PublicElement>

/** What everybody may know of a plan: the whitelist. */
const PublicPlan = z.strictObject({
  starts_on: z.iso.date(),
  ends_on: z.iso.date(),
  years: z.array(z.int()),
  body: z.enum(['commune', 'cpas', 'shared']),
  progress: z.int(),
  /** In the order of the plan, each once. */
  elements: z.array(PublicElement),
})
export type PublicPlan = z.output<typeof PublicPlan>

export const planCopies = publisher({
  name: 'accountability.plan',
  content: PublicPlan,
  compose: async (id) => {
    const plan = await read(plans, id)
    const tree = await loadTree(plan)
    const { title, starts_on, ends_on, years, body, elements } = await contentOf(tree)
    const progress = progressOfPlan(tree)
    const content = { starts_on, ends_on, years, body, progress, elements: published(elements) }
    return { slug: await slugOf(plan), title, content }
  },
  path: (slug) => `/pst/${slug}`,
})

/** Publishes a plan as it stands. Throws `Conflict` where it is not in force. */
export async function publishPlan(plan: Plan): Promise<Publication> {
  ensure(plan.state === 'in_force', Conflict, 'accountability.publication.not_in_force')
  return publish(plan, planCopies)
}

/** The mean of the strategic objectives, each by its effort. */
const progressOfPlan = ({ roots }: PlanTree): number =>
  progressOf({
    state: '',
    progress: null,
    effort: 1,
    children: [...new Set(roots.flatMap(({ children }) => children))],
  })

/** « pst-2025-2030 », after the title; the one under which the plan was first published stays. */
async function slugOf(plan: Plan): Promise<string> {
  const [known] = await publicationsOf(plan.id)
  if (known) return known.slug
  const words = hyphenated(plan.title).replace('programme-strategique-transversal', 'pst')
  return words.slice(0, 80).replace(/-$/, '') || 'pst'
}

const hyphenated = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** The volets, and all below them that is more than created. */
function published(elements: readonly ContentElement[]): PublicElement[] {
  const byId = new Map(elements.map((one) => [one.id, one]))
  const isPublic = ({ level, state, places }: ContentElement): boolean =>
    level === 'volet' ||
    (state !== 'created' &&
      places.some(({ parent }) => {
        const above = byId.get(parent)
        return above !== undefined && isPublic(above)
      }))
  const shown = elements.filter(isPublic)
  const keys = keysOf(shown)
  return shown.map((one) => {
    const above = new Set(one.places.map(({ parent }) => parent))
    return {
      key: keys.get(one.id) ?? '',
      parents: shown.filter(({ id }) => above.has(id)).map(({ id }) => keys.get(id) ?? ''),
      level: PublicElement.shape.level.parse(one.level),
      reference: one.reference,
      title: one.title,
      description: redacted(clean(one.description).html),
      state: one.level === 'volet' ? null : PublicElement.shape.state.parse(one.state),
      progress: one.done,
      deadline: one.deadline,
      sdgs: one.sdgs,
      mandataries: one.people.filter(({ part }) => part === 'mandatary').map(({ name }) => name),
      budget: one.level === 'sub_action' ? [] : one.total,
      indicators: one.indicators.map(({ label, unit, value, target, trend }) => ({
        ...{ label, unit, value, target, trend },
      })),
    }
  })
}

/** By id: the reference as an anchor; a place in the plan where there is none, or one twice. */
function keysOf(elements: readonly ContentElement[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    elements.map(({ id, level, reference }, index) => {
      const short = hyphenated(reference)
      const key = short && !taken.has(short) ? short : `${level}-${index + 1}`
      taken.add(key)
      return [id, key]
    }),
  )
}
