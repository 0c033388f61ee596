import { formatDate, formatNumber, t, euros } from '#kernel/i18n'
import { goalKey } from '#commons/vocabularies'
import { stateName } from '#commons/workflow'
import { levelRules, type Part, parts } from '#modules/strategy'
import type { ContentElement, PlanContent } from './content.ts'
import { saidFacts } from './said.ts'

/** An element as a report tells it, in one of its places. */
export interface Told {
  one: ContentElement
  /** Its share of that place, in hundredths of a per cent. */
  weight: number
  below: Told[]
}

/** The volets of a plan and what is below them; what is only created, and all under it, is left out. */
export function toldOf({ elements }: PlanContent): Told[] {
  const below = (parent: string): Told[] =>
    elements.flatMap((one) => {
      const place = one.places.find((at) => at.parent === parent)
      if (!place || one.state === 'created') return []
      return [{ one, weight: place.weight, below: below(one.id) }]
    })
  return elements
    .filter(({ level }) => level === 'volet')
    .map((one) => ({ one, weight: 10_000, below: below(one.id) }))
}

/** All of these and what is below, each element once. */
export function unique(told: readonly Told[]): Told[] {
  const all = (some: readonly Told[]): Told[] => some.flatMap((one) => [one, ...all(one.below)])
  const found = new Map<string, Told>()
  for (const each of all(told)) if (!found.has(each.one.id)) found.set(each.one.id, each)
  return [...found.values()]
}

export const isAction = ({ one }: Told): boolean => levelRules[one.level].kind === 'strategy.action'

/** « OO.2 Réduire l’attente » */
export const named = ({ reference, title }: ContentElement): string =>
  [reference, title].filter(Boolean).join(' ')

const spoken = (iso: string | null) =>
  iso ? formatDate(Temporal.PlainDate.from(iso), 'short') : ''

export const stateOf = ({ level, state, late }: ContentElement): string =>
  [stateName(levelRules[level].kind, state), late && t('strategy.date.late')]
    .filter(Boolean)
    .join(', ')

export function healthOf({ health, health_reason: reason }: ContentElement): string {
  if (!health) return ''
  const word = t(`strategy.health.${health}`)
  return reason ? t('accountability.report.because', { word, reason }) : word
}

export const centsOf = ({ total }: ContentElement): number =>
  total.reduce((sum, { cents }) => sum + cents, 0)

export const peopleOf = ({ people }: ContentElement, wanted: Part): string[] =>
  people.filter(({ part }) => part === wanted).map(({ name }) => name)

/** « Kilomètres de pistes cyclables = 0 / 20 km » */
export const indicatorsIn = ({ indicators }: ContentElement): string[] =>
  indicators.map(({ label, unit, value, target }) =>
    t('accountability.report.indicator', {
      ...{ label, unit, value: formatNumber(value ?? 0) },
      target: target === null ? '—' : formatNumber(target),
    }).trim(),
  )

const fieldOf = {
  manager: 'managers',
  mandatary: 'mandataries',
  administrator: 'administrators',
  bearer: 'bearers',
  concerned: 'concerned',
} as const satisfies Record<Part, string>

/** What is said of an element in a word or a line, as far as one of these fields says it. */
export function factsOf(one: ContentElement, fields: readonly string[]) {
  const { priority, fte, sdgs, total } = one
  const said = {
    ...Object.fromEntries(parts.map((part) => [fieldOf[part], peopleOf(one, part).join(', ')])),
    health: healthOf(one),
    planned_begin: spoken(one.planned_begin),
    planned_end: spoken(one.deadline),
    effective_begin: spoken(one.effective_begin),
    effective_end: spoken(one.effective_end),
    priority: priority === null ? '' : String(priority),
    categories: one.categories.join(', '),
    plans: one.plans.join(', '),
    sdgs: sdgs.map((goal) => `${goal} ${t(goalKey(goal))}`).join(', '),
    fte: fte > 0 ? formatNumber(fte) : '',
    indicators: indicatorsIn(one),
    budget: total.map(({ year, source, cents }) => `${year}, ${source}\u00A0: ${euros(cents)}`),
    budget_comments: one.budget_comments,
    observation: one.observation,
    comments: one.comments,
    remark: one.remark,
  }
  const named = Object.entries(said)
    .filter(([field]) => fields.includes(field))
    .flatMap(([field, value]) => {
      const label = t(`strategy.field.${field as keyof typeof said}`)
      const lines = [value].flat().filter(Boolean)
      return lines.map((line, index) => ({ label: index === 0 ? label : '', value: line }))
    })
  return [...named, ...saidFacts(one, fields)]
}
