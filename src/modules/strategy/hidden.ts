import { type SqlBool, sql } from 'kysely'
import { isSystem } from '#kernel/access'
import { db } from '#kernel/db'
import { elementFields, type SaidName, useNameOf } from './element-fields.tsx'
import { type Field, type FieldSettings, hides } from './fields.ts'
import type { Level } from './level.ts'
import { partOfField, type PersonField } from './party-fields.ts'
import type { Part } from './tables.ts'
import type { PlanNode } from './tree.ts'

// Object.keys gives the names of these fields.
const saidNames = Object.keys(elementFields) as SaidName[]

/** The columns of an element of a level that its plan hides. */
export const hiddenColumns = (settings: FieldSettings, level: Level): SaidName[] =>
  saidNames.filter((name) => hides(settings, level, useNameOf(name)))

/**
 * What a plan hides is withheld from everybody but the house itself, which copies plans, freezes them and
 * exchanges them with the Region. One query, whatever the number of elements.
 */
export async function withheld() {
  if (isSystem()) return () => []
  const plans = await db().selectFrom('strategy.plan').select(['id', 'fields']).execute()
  const settings = new Map(plans.map(({ id, fields }) => [id, fields]))
  return ({ plan_id, level }: { plan_id: string; level: Level }) =>
    hiddenColumns(settings.get(plan_id) ?? {}, level)
}

/** Whether the plan of an element `d` hides its planned end. */
export const dueWithheld = sql<SqlBool>`'hidden' = (select p.fields -> replace(level, 'sub_', '') ->>
  'planned_end' from strategy.element e join strategy.plan p on p.id = e.plan_id where e.id = d.id)`

/** What a node of a tree says where its plan hides a field: nothing. */
const blanks: Partial<Record<Field, Partial<PlanNode>>> = {
  categories: { categories: [] },
  plans: { plans: [] },
  sdgs: { sdgs: [] },
  budget: { own: new Map(), below: new Map(), total: new Map() },
  progress: { progress: null, done: null, effort: 1 },
  priority: { priority: null },
  planned_begin: { startsLate: false },
  planned_end: { deadline: null, problems: [], late: false },
  health: { health: null, health_reason: '' },
  fte: { fte: 0 },
}

/** Dates that a plan hides: nothing is computed of them, since what is above would tell them. */
const dateColumns = {
  planned_begin: 'planned_begin',
  planned_end: 'due_on',
  effective_begin: 'effective_begin',
  effective_end: 'effective_end',
} as const satisfies Partial<Record<Field, keyof PlanNode>>

/** What a plan hides at a level, found once for all elements of it. */
interface Hidden {
  dates: ('planned_begin' | 'due_on' | 'effective_begin' | 'effective_end')[]
  said: SaidName[]
  blanks: Partial<PlanNode>[]
  parts: Part[]
}

const known = new WeakMap<FieldSettings, Map<Level, Hidden>>()

function hiddenAt(settings: FieldSettings, level: Level): Hidden {
  const levels = known.get(settings) ?? new Map<Level, Hidden>()
  known.set(settings, levels)
  const hidden = (field: Field) => hides(settings, level, field)
  const found = levels.get(level) ?? {
    dates: entriesOf(dateColumns).flatMap(([field, column]) => (hidden(field) ? column : [])),
    said: hiddenColumns(settings, level),
    blanks: entriesOf(blanks).flatMap(([field, blank]) => (hidden(field) && blank ? blank : [])),
    parts: (Object.keys(partOfField) as PersonField[])
      .filter(hidden)
      .map((field) => partOfField[field]),
  }
  levels.set(level, found)
  return found
}

/** Takes off a node the dates that its plan hides, before anything is computed. */
export function blankDates(node: PlanNode, settings: FieldSettings): void {
  for (const column of hiddenAt(settings, node.level).dates) node[column] = null
}

/** Takes off a node what else its plan hides, once all is computed: totals are the same for all who look. */
export function blankHidden(node: PlanNode, settings: FieldSettings): void {
  const hidden = hiddenAt(settings, node.level)
  for (const name of hidden.said) delete node.said[name]
  for (const blank of hidden.blanks) Object.assign(node, blank)
  if (hidden.parts.length > 0)
    node.parties = node.parties.filter(({ part }) => !hidden.parts.includes(part))
}

/** What is kept by the names of fields. */
const entriesOf = <K extends Field, V>(of: Partial<Record<K, V>>) => Object.entries(of) as [K, V][]
