import { formatDate, formatNumber, t, euros, percent } from '#kernel/i18n'
import { stateName } from '#commons/workflow'
import { type Level, levelRules } from '#modules/strategy'
import type { ExchangedElement, ExchangedPerson } from './exchange.ts'
import { splitLabel } from './label.ts'
import { type Budget, type Compared, type Field, type Report, linesOf, planSaid } from './report.ts'
import { stateOf } from './standing.ts'
import { plainOf } from './text.ts'

/** Something that differs: what stands here, what the file says. */
export interface Difference {
  field: string
  before: string
  after: string
}

const nameOf = (person: ExchangedPerson | null) =>
  person
    ? [person.firstName, person.lastName, person.phone, person.email].filter(Boolean).join(' ')
    : ''
const dayOf = (day: Temporal.PlainDate | null) => (day ? formatDate(day, 'short') : '')

/** What a field says, in words. */
const spoken: Readonly<Record<Field, (one: ExchangedElement, level: Level) => string>> = {
  label: ({ label }) => splitLabel(label).title,
  status: ({ status }, level) => stateName(levelRules[level].kind, stateOf(level, status)),
  startsOn: ({ startsOn }) => dayOf(startsOn),
  endsOn: ({ endsOn }) => dayOf(endsOn),
  progress: ({ progress }) => percent(progress),
  responsible: ({ responsible }) => nameOf(responsible),
  mandatary: ({ mandatary }) => nameOf(mandatary),
  department: ({ department }) => department ?? '',
  fte: ({ fte }) => formatNumber(fte),
  exercise: ({ exercise }) => String(exercise),
  plans: ({ plans }) => plans.join(', '),
  partners: ({ partners }) => partners.join(', '),
  description: ({ description }) => plainOf(description),
  remark: ({ remark }) => plainOf(remark),
}

/** What is said of an element that its label does not say already, and that says something. */
const telling = (field: Field, { told }: Compared) =>
  field !== 'label' && field !== 'exercise' && told[field] !== 0

/** What differs of an element besides its budget; of a new one, what is said. */
export const differencesOf = (one: Compared): Difference[] =>
  one.fields
    .filter((field) => one.stood || telling(field, one))
    .map((field) => ({
      field: t(`ecomptes.field.${field}`),
      before: one.stood ? spoken[field](one.stood.own, one.stood.node.level) : '',
      after: spoken[field](one.told, one.stood?.node.level ?? one.entry.level),
    }))
    .filter(({ before, after }) => before || after)

/** What differs of the plan itself. */
export function planDifferences({ plan, standing, exchange }: Report): Difference[] {
  const names = (['title', 'exercise', 'first_year', 'last_year'] as const).filter(
    (name) => name in plan,
  )
  return names.map((name) => ({
    field: t(`ecomptes.plan.${name}`),
    before: String(standing?.plan[name]),
    after: String(planSaid(exchange)[name]),
  }))
}

/** « 2 lignes, 2 813,50 € » of a budget, before and after. */
export function budgetDifference(which: Budget, { stood, told }: Compared): Difference {
  const sum = (one: ExchangedElement | undefined) => {
    const lines = one ? linesOf(one, which) : []
    const amount = euros(lines.reduce((total, { cents }) => total + cents, 0))
    return lines.length > 0 ? t('ecomptes.sum', { count: lines.length, amount }) : ''
  }
  return { field: t(`ecomptes.account.${which}`), before: sum(stood?.own), after: sum(told) }
}

/** The lines of a budget whose amounts differ, those of one article and year as one. */
export function amountDifferences(which: Budget, { stood, told }: Compared): Difference[] {
  const sums = new Map<string, { before: number; after: number }>()
  for (const side of ['before', 'after'] as const) {
    const one = side === 'after' ? told : stood?.own
    for (const { what, exercise, service, type, cents } of one ? linesOf(one, which) : []) {
      const kind = t(`ecomptes.account.${service}${type}`)
      const name = t('ecomptes.line', { what, exercise: String(exercise), kind })
      const sum = sums.get(name) ?? { before: 0, after: 0 }
      sums.set(name, { ...sum, [side]: sum[side] + cents })
    }
  }
  return [...sums]
    .filter(([, { before, after }]) => before !== after)
    .map(([field, { before, after }]) => ({
      ...{ field, before: stood ? euros(before) : '', after: euros(after) },
    }))
}

/** An element that this plan does not know. */
export const unknownSentence = ({ entry: { said } }: Compared): string =>
  t('ecomptes.unknown', { label: said.label, id: said.elementId })

/** Whether the file says the very same as the plan. */
export const isSame = ({ differing, unknown, plan, standing }: Report): boolean =>
  standing !== null && differing.length + unknown.length + Object.keys(plan).length === 0
