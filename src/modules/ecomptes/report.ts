import { folded, t } from '#kernel/i18n'
import { type Level } from '#modules/strategy'
import { type Entry, entriesOf, everyOne } from './entry.ts'
import { type Exchange, type ExchangedElement, projectionRows } from './exchange.ts'
import { exchangeOf } from './export.ts'
import {
  type Answers,
  type Department,
  type Here,
  departmentOf,
  knownPerson,
  named,
  planNamed,
} from './here.ts'
import { cut, labelLength, splitLabel } from './label.ts'
import { type Standing, type Stood, stateOf, statusOf } from './standing.ts'
import { exchangedOf, plainOf, richOf } from './text.ts'

/** What the file says of an element besides its budget. */
export const fields = [
  ...(['label', 'status', 'startsOn', 'endsOn', 'progress', 'responsible', 'mandatary'] as const),
  ...(['department', 'fte', 'exercise', 'plans', 'partners', 'description', 'remark'] as const),
] as const
export type Field = (typeof fields)[number]
export const budgets = ['articles', 'projections'] as const
export type Budget = (typeof budgets)[number]

/** An element of the file beside ours: what differs. `told` is what the file says, in our words. */
export interface Compared {
  entry: Entry
  stood: Stood | null
  told: ExchangedElement
  fields: Field[]
  budgets: Budget[]
}

/** What an import would do. Nothing is written yet. */
export interface Report {
  exchange: Exchange
  /** The plan that it is about; null: it will be created. */
  standing: Standing | null
  answers: Answers
  state: 'ready' | 'questions' | 'refused' | 'nothing'
  /** Why it cannot be imported. */
  refusals: string[]
  /** What the file says of the plan itself, where that differs. */
  plan: Partial<ReturnType<typeof planSaid>>
  /** Elements that differ, and those that this plan does not know. */
  differing: Compared[]
  unknown: Compared[]
  /** What is added, and what is rewritten, by what was answered. */
  adding: Compared[]
  changing: Compared[]
  /** Elements of the plan that the file leaves out. */
  missing: string[]
  /** Departments that matter for what is taken over, in the file's words. */
  departments: Map<string, Department>
  /** Transversal plans that will be added. */
  terms: string[]
  notes: string[]
}

/** What the answers are made from: the plan and its elements as they stand, whatever is answered. */
export const reportStanding = ({ standing }: Report) =>
  standing && [
    standing.plan.version,
    ...[...standing.byExchangeId].map(([id, { own }]) => [id, own]),
  ]

export const planSaid = ({ exercise, plan }: Exchange) => ({
  title: plan.label.trim() || plan.id,
  exercise,
  first_year: plan.firstExercise,
  last_year: plan.lastExercise,
})

/** Compares a file with what stands here. Pure. */
export function reportOf(
  exchange: Exchange,
  standing: Standing | null,
  here: Here,
  answers: Answers,
): Report {
  const stood = standing?.byExchangeId ?? new Map<string, Stood>()
  const known = new Map<string, Level>([...stood].map(([id, { node }]) => [id, node.level]))
  const compared = entriesOf(exchange, known).map((entry) =>
    compare(entry, stood.get(entry.id) ?? null, here, answers),
  )
  const unknown = compared.filter((one) => one.stood === null)
  const differing = compared.filter((one) => one.stood && one.fields.length + one.budgets.length)
  const adding = standing && !answers.add ? [] : unknown
  const changing = differing.filter((one) => answers.fields || one.budgets.length > 0)
  const taken = [...adding, ...(answers.fields ? changing : [])]
  const departments = departmentsOf(taken, here, answers)
  const refusals = refusalsOf(exchange, standing)
  const plan = standing ? planDifferences(exchange, standing) : {}
  const asked = [...departments.values()].some(({ kind }) => kind === 'asked')
  const rewrites = answers.fields && Object.keys(plan).length > 0
  const changes = !standing || rewrites || adding.length + changing.length > 0
  return {
    ...{ exchange, standing, answers, refusals, plan, differing, unknown, adding, changing },
    state: refusals[0] ? 'refused' : asked ? 'questions' : changes ? 'ready' : 'nothing',
    missing: standing ? missingOf(exchange, standing, compared) : [],
    departments,
    terms: termsOf(taken, here),
    notes: [...compared.flatMap((one) => placeNotes(one, stood)), ...taken.flatMap(formatNotes)],
  }
}

function compare(entry: Entry, stood: Stood | null, here: Here, answers: Answers): Compared {
  const told = toldOf(entry, stood, here, answers)
  if (!stood) return { entry, stood, told, fields: [...fields], budgets: [...budgets] }
  const { own } = stood
  return {
    ...{ entry, stood, told },
    fields: fields.filter((name) => JSON.stringify(told[name]) !== JSON.stringify(own[name])),
    budgets: budgets.filter(
      (name) => told[name].length > 0 && print(told, name) !== print(own, name),
    ),
  }
}

/** What the file says of an element, in our words; what it leaves unsaid is as it stands here. */
function toldOf(entry: Entry, stood: Stood | null, here: Here, answers: Answers): ExchangedElement {
  const { said, title, level } = entry
  const { node, own } = stood ?? {}
  const sameTitle = own && (said.label === own.label || title === splitLabel(own.label).title)
  const inherits = !node?.parties.some(({ part }) => part === 'mandatary')
  const progress = Math.round(said.progress)
  const department = named(said.department ?? '')
  return {
    ...said,
    label: sameTitle ? own.label : said.label,
    status: statusOf(stateOf(node?.level ?? level, said.status)),
    // 0 is what those say who do not say how far they are.
    progress: own && progress === 0 && node?.progress === null ? own.progress : progress,
    responsible: knownPerson(said.responsible, here),
    mandatary: knownPerson(said.mandatary, here) ?? (own && inherits ? own.mandatary : null),
    department:
      department && department !== own?.department
        ? departmentOf(department, here, answers).label
        : (own?.department ?? null),
    plans: [
      ...new Set(said.plans.filter((name) => name.trim()).map((one) => planNamed(one, here))),
    ],
    description: exchangedOf(richOf(said.description).html),
    remark: { mode: 'TEXTE', value: plainOf(said.remark) },
  }
}

/** The lines of a budget, articles and projections alike: what, of which year, how much. */
export const linesOf = ({ articles, projections }: ExchangedElement, which: Budget) =>
  which === 'articles'
    ? articles.map(({ code: what, ...one }) => ({ what, ...one }))
    : projectionRows(projections).map(({ group: what, ...one }) => ({ what, ...one }))

const print = (one: ExchangedElement, which: Budget): string =>
  linesOf(one, which)
    .map(({ what, exercise, service, type, label, cents }) =>
      JSON.stringify([what, exercise, service, type, label, cents]),
    )
    .toSorted()
    .join()

function departmentsOf(taken: readonly Compared[], here: Here, answers: Answers) {
  const names = taken.flatMap(({ entry, stood, fields: changed }) => {
    const name = named(entry.said.department ?? '')
    return name && changed.includes('department') && name !== stood?.own.department ? [name] : []
  })
  return new Map(names.map((name) => [name, departmentOf(name, here, answers)]))
}

function termsOf(taken: readonly Compared[], { terms }: Here): string[] {
  const names = taken
    .filter((one) => one.fields.includes('plans'))
    .flatMap(({ told }) => told.plans)
  const fresh = names.filter((name) => !terms.some((ours) => ours.name === name))
  return [...new Map(fresh.map((name) => [folded(name), name])).values()]
}

function refusalsOf({ exercise, plan }: Exchange, standing: Standing | null): string[] {
  const { firstExercise: first, lastExercise: last } = plan
  const reachable = [first, last, exercise].every((year) => year >= 1990 && year <= 2100)
  const years = { first: String(first), last: String(last), exercise: String(exercise) }
  return [
    ...(plan.id.trim() === '' ? [t('ecomptes.refused.no_plan')] : []),
    ...(standing?.plan.state === 'archived' ? [t('strategy.plan.archived')] : []),
    ...(first > last || !reachable ? [t('ecomptes.refused.years', years)] : []),
  ]
}

function planDifferences(exchange: Exchange, { plan }: Standing): Report['plan'] {
  const ours: Record<string, unknown> = { ...plan, title: cut(plan.title, labelLength) }
  const said = Object.entries(planSaid(exchange))
  return Object.fromEntries(said.filter(([name, value]) => ours[name] !== value))
}

/** What we would send of this body and the file does not hold. */
function missingOf(exchange: Exchange, standing: Standing, compared: readonly Compared[]) {
  const told = new Set(compared.map(({ entry }) => entry.id))
  const sent = everyOne(exchangeOf(standing, exchange.body).volets)
  return sent.flatMap(({ elementId, label }) =>
    standing.byExchangeId.has(elementId) && !told.has(elementId) ? [label] : [],
  )
}

/** A place in the file that is none here. */
const placeNotes = ({ entry, stood }: Compared, all: ReadonlyMap<string, Stood>): string[] =>
  entry.parents.flatMap((id) => {
    const parent = all.get(id)?.node
    if (!stood || !parent || stood.node.parents.includes(parent)) return []
    return [t('ecomptes.note.place', { title: stood.node.title, parent: parent.title })]
  })

/** What of a text cannot be kept. */
function formatNotes({ entry: { said, title }, fields: changed }: Compared): string[] {
  const { dropped, broken } = richOf(said.description)
  const what = [...dropped.map((one) => one.what), ...broken.map(({ excerpt }) => excerpt)]
  if (what.length === 0 || !changed.includes('description')) return []
  return [t('ecomptes.note.format', { title, what: what.join(', ') })]
}
