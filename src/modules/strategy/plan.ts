import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure, Invalid } from '#kernel/errors'
import { type Dossier, create, kind, read, refresh, write } from '#commons/dossiers'
import { changed, changesOf } from '#commons/records'
import { awaitedBy } from '#commons/workflow'
import { coordination, house } from './coordination.ts'
import { kindAt } from './element.ts'
import { type FieldSettings, type FieldUse, fieldsOf, fixedFields } from './fields.ts'
import { hiddenWords } from './found.ts'
import { presentationDay } from './presentation.ts'
import { type Level, levels } from './level.ts'
import { planFields, type WrittenPlan } from './plan-fields.ts'
import { countableStates, planWorkflow } from './workflow.ts'
import { settleRights } from './rights.ts'
import { planPartner } from './role.ts'
import './tables.ts'

export interface PlanColumns {
  /** The legislature. */
  starts_on: Temporal.PlainDate
  ends_on: Temporal.PlainDate
  /** When the échevins were designated: the delay of presentation runs from it. */
  designated_on: Temporal.PlainDate | null
  /** When the council of the CPAS was installed: the delay of its adoption runs from it. */
  installed_on: Temporal.PlainDate | null
  /** The exercises (exercices) of its budget, and the one under way. */
  first_year: number
  last_year: number
  exercise: number
  /** Whose plan it is: that of the municipality, of its CPAS, or of both. */
  body: 'commune' | 'cpas' | 'shared'
  /** Code of the municipality (INS). */
  nis: number
  /** « A.16 » from one sequence, or « 1.2.3 » from the order. */
  numbering: 'sequence' | 'outline'
  /** The states in which a budget counts in the totals above. */
  counted: string[]
  fields: FieldSettings
  last_number: number
  /** By what id eComptes knows it (IdPST). */
  exchange_id: string
  previous_id: string | null
}

/** A strategic plan (programme stratégique transversal). */
export type Plan = Dossier<PlanColumns>

export const planPath = ({ id }: { id: string }) => `/strategy/plans/${id}`

export const plans = kind<PlanColumns, 'edit' | 'settings' | 'document' | 'add_annex'>({
  name: 'strategy.plan',
  // An import adds its file.
  verbs: ['edit', 'settings', 'document', 'add_annex'],
  table: 'strategy.plan',
  path: (id) => planPath({ id }),
  readers: ({ body }) => [
    ...coordination,
    ...house,
    ...(body === 'shared' ? [planPartner.principal] : []),
  ],
  awaits: (plan) => awaitedBy(planWorkflow, plan),
  closed: ({ state }) => (state === 'archived' ? 'strategy.plan.archived' : null),
  body: async () => () => '',
})

/** States that count by default: all but those in which nothing is decided yet. */
const decided = countableStates.filter((state) => state !== 'created' && state !== 'abandoned')

/** An id as eComptes writes them: 32 hexadecimal digits. */
export const newExchangeId = () => randomUUID().replaceAll('-', '')

type Written = Omit<WrittenPlan, 'installed_on'>
type Opening = Written & Partial<Omit<PlanColumns, keyof Written>>

/** Opens a plan, still empty of volets: those of an import or of the plan before follow. */
export async function openPlan({ title, ...own }: Opening): Promise<Plan> {
  ensureYears(own)
  const settings = { counted: decided, fields: {}, exchange_id: newExchangeId() }
  return create(
    plans,
    { title, state: planWorkflow.initial, due_on: await presentationDay(own) },
    { ...settings, exercise: own.first_year, ...own },
  )
}

/** Changes what a plan says of itself. */
export async function rewritePlan(
  plan: Plan,
  { exercise, ...given }: Partial<WrittenPlan & Pick<PlanColumns, 'exercise'>>,
): Promise<Plan> {
  ensure(plan.state !== 'archived', Conflict, 'strategy.plan.archived')
  const patch = await changed(planFields, given, plan)
  const next = { ...plan, ...patch }
  ensureYears(next)
  const due_on = plan.state === 'draft' ? await presentationDay(next) : plan.due_on
  const written = { ...patch, exercise, due_on }
  const rewritten = await write(plans, plan, written, 'edit', changesOf(planFields, plan, patch))
  if (rewritten.body !== plan.body) await settleRights(await elementIds(plan))
  return rewritten
}

async function elementIds({ id }: Plan): Promise<string[]> {
  const all = db().selectFrom('strategy.element').select('id').where('plan_id', '=', id)
  return (await all.execute()).map((one) => one.id)
}

function ensureYears(
  plan: Pick<PlanColumns, 'starts_on' | 'ends_on' | 'first_year' | 'last_year'>,
) {
  if (Temporal.PlainDate.compare(plan.starts_on, plan.ends_on) >= 0)
    throw Invalid.field('ends_on', 'strategy.plan.ends_before')
  if (plan.last_year < plan.first_year)
    throw Invalid.field('last_year', 'strategy.plan.years_reversed')
}

/** Changes how a plan counts and which fields it shows. */
export async function settle(
  plan: Plan,
  settings: Partial<Pick<PlanColumns, 'counted' | 'fields' | 'numbering' | 'exercise'>>,
): Promise<Plan> {
  ensure(plan.state !== 'archived', Conflict, 'strategy.plan.archived')
  const settled = await write(plans, plan, settings, 'settings')
  if (settings.fields) await refreshWords(plan, settled)
  return settled
}

/** Changes which fields a level of a plan has, and who fills them in; those that are not named are as they were at first. */
export function settleFields(
  plan: Plan,
  { level, uses }: { level: Level; uses: Readonly<Record<string, FieldUse>> },
): Promise<Plan> {
  const free = fieldsOf[level].filter((field) => !fixedFields.includes(field) && uses[field])
  const chosen = Object.fromEntries(free.map((field) => [field, uses[field]]))
  return settle(plan, { fields: { ...plan.fields, [level]: chosen } })
}

/** The words by which elements are found are those that their plan shows. */
async function refreshWords(before: Plan, { id, fields }: Plan): Promise<void> {
  const changed = levels.filter(
    (level) => hiddenWords(before.fields, level) !== hiddenWords(fields, level),
  )
  if (changed.length === 0) return
  const rows = await db()
    .selectFrom('strategy.element')
    .select(['id', 'level'])
    .where('plan_id', '=', id)
    .where('level', 'in', changed)
    .execute()
  for (const row of rows) await refresh(kindAt(row.level), row.id)
}

/** The plan that an element belongs to, for those who may read it. */
export const planOf = ({ plan_id }: { plan_id: string }): Promise<Plan> => read(plans, plan_id)

/** The next number of the sequence of a plan. Two who add at once wait for one another. */
export async function nextNumber(plan: { id: string }): Promise<number> {
  const { last_number } = await db()
    .updateTable('strategy.plan')
    .set({ last_number: sql`last_number + 1` })
    .where('id', '=', plan.id)
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number
}

/** Numbers up to this one are taken, by what came with numbers of its own. */
export async function countFrom({ id }: { id: string }, last: number): Promise<void> {
  await db()
    .updateTable('strategy.plan')
    .set({ last_number: sql`greatest(last_number, ${last})` })
    .where('id', '=', id)
    .execute()
}

/** The plan that eComptes knows by this id, if the one who acts may see it. */
export async function planKnownAs(exchangeId: string): Promise<Plan | null> {
  const named = db().selectFrom('strategy.plan').select('id').where('exchange_id', '=', exchangeId)
  const found = await named.executeTakeFirst()
  return found ? read(plans, found.id) : null
}

/** The exercises of a plan, in order. */
export const yearsOf = ({ first_year, last_year }: Pick<Plan, 'first_year' | 'last_year'>) =>
  Array.from({ length: last_year - first_year + 1 }, (_, index) => first_year + index)

/** The legislature of these exercises: from the first Monday of the December before them to the next. */
export const termOf = (first: number, last: number) => ({
  starts_on: firstMonday(first - 1),
  ends_on: firstMonday(last).subtract({ days: 1 }),
})

function firstMonday(year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 12, day: 1 })
  return first.add({ days: (8 - first.dayOfWeek) % 7 })
}
