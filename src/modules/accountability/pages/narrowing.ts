import { type FieldErrors, Invalid } from '#kernel/errors'
import { t } from '#kernel/i18n'
import type { QueryFilter } from '#kernel/ui'
import { allServices } from '#commons/directory'
import type { Fields } from '#commons/records'
import { type Term, terms, goalKey, goals } from '#commons/vocabularies'
import { stateName } from '#commons/workflow'
import {
  answersOf,
  choiceNames,
  conditionIn,
  elementFields,
  type ElementQuery,
  healths,
  isColumn,
  levels,
  type PlanTree,
  viewNames,
  workflowOf,
} from '#modules/strategy'

type Choice = readonly [value: string, label: string]
const named = ({ id, name }: Term): Choice => [id, name]

const choices = {
  view: () => [['mine', t('strategy.filter.mine')]],
  volet: (tree) => (tree?.roots ?? []).map(({ id, title }): Choice => [id, title]),
  level: () =>
    [...levels.slice(1), 'actions' as const].map((l): Choice => [l, t(`strategy.level.${l}`)]),
  state: () => [...new Map(Object.values(workflowOf).flatMap(statesOf))],
  child: () => [...new Map(Object.values(workflowOf).flatMap(statesOf))],
  health: () => healths.map((one): Choice => [one, t(`strategy.health.${one}`)]),
  service: async () => (await allServices()).map(({ id, label }): Choice => [id, label]),
  category: async () => (await terms('strategy.category')).map(named),
  transversal: async () => (await terms('strategy.transversal')).map(named),
  sdg: () => goals.map((goal): Choice => [String(goal), `${goal}. ${t(goalKey(goal))}`]),
} satisfies Record<string, (tree?: PlanTree) => Choice[] | Promise<Choice[]>>

const statesOf = ({ kind, states }: (typeof workflowOf)['strategy.action']): Choice[] =>
  Object.keys(states).map((state) => [state, stateName(kind, state)])

/** What a view of a plan can be narrowed by, besides words. */
export type Narrowed = keyof typeof choices
// Object.keys gives the names of the choices.
const narrowed = Object.keys(choices) as Narrowed[]

/** Those that « + Condition » offers; the others stand in the sentence. */
const offered = new Set<Narrowed>(['child', 'health', 'category', 'transversal', 'sdg'])
/** Of these the choice says all: « dans tous les états ». */
const isBare = (name: Narrowed): name is 'level' | 'state' => name === 'level' || name === 'state'

/** A part of the sentence above the elements of a plan. */
export const filterOf = async (tree: PlanTree, name: Narrowed): Promise<QueryFilter> => ({
  name,
  label: t(`strategy.filter.${name}`),
  before: isBare(name) ? undefined : t(`strategy.filter.before_${name}`),
  any: t(`strategy.filter.any_${name}`),
  choices: await choices[name](tree),
  offered: offered.has(name),
})

const fields: Fields = elementFields
/** The choices of a field; of one that is yes or no, these. */
const choicesOf = async (name: string): Promise<readonly Choice[]> =>
  (await fields[name]?.choices?.()) ?? [
    ['true', t('ui.yes')],
    ['false', t('ui.no')],
  ]

/** What « + Condition » offers besides: every other field that is a choice among few, as far as the plan has it. */
export const fieldFilters = ({ plan }: PlanTree): Promise<QueryFilter[]> =>
  Promise.all(
    choiceNames
      .filter((name) => levels.some((level) => answersOf(plan, level).includes(name)))
      .filter((name) => name !== 'body' || plan.body === 'shared')
      .map(async (name) => {
        const label = t(elementFields[name].label)
        return {
          ...{ name, label, offered: true, choices: await choicesOf(name) },
          before: t('records.narrow.is', { label }),
          any: t('records.narrow.any'),
        }
      }),
  )

/** What an address says that the elements of a plan are not narrowed or sorted by, in a sentence for each parameter. */
export async function wrongOf(query: ElementQuery, tree?: PlanTree): Promise<FieldErrors> {
  const wrong: [string, string[]][] = []
  // Which volets there are, the plan says.
  const asked = narrowed.filter((name) => query[name] && (tree || name !== 'volet'))
  for (const name of asked) {
    const known = name === 'view' ? viewNames : (await choices[name](tree)).map(([value]) => value)
    if (!known.includes(query[name])) {
      const params = { label: t(`strategy.filter.${name}`), value: query[name] }
      wrong.push([name, [t('records.narrow.wrong', params)]])
    }
  }
  for (const name of choiceNames) {
    const value = conditionIn(query, name)
    const params = { label: t(elementFields[name].label), value }
    if (value && !(await choicesOf(name)).some(([known]) => known === value))
      wrong.push([name, [t('records.narrow.wrong', params)]])
  }
  const { sort } = query
  if (sort && !isColumn(sort.replace(/^-/, '')))
    wrong.push(['sort', [t('records.sort_wrong', { value: sort })]])
  return Object.fromEntries(wrong)
}

/** The query without what is wrong in it. */
export const understood = (query: ElementQuery, wrong: FieldErrors): ElementQuery => ({
  ...query,
  ...Object.fromEntries(Object.keys(wrong).map((name) => [name, ''])),
})

/** Throws `Invalid` where an address is not understood. */
export async function ensureUnderstood(query: ElementQuery, tree?: PlanTree): Promise<void> {
  const wrong = await wrongOf(query, tree)
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
}
