import {
  hiddenColumns,
  hides,
  levels,
  partOfField,
  type Plan,
  type PlanField,
} from '#modules/strategy'
import type { ContentElement } from './content.ts'

/** What an element says in the content of a plan where the plan hides a field: nothing. */
const blanks: Partial<Record<PlanField, Partial<ContentElement>>> = {
  description: { description: '' },
  comments: { comments: '' },
  observation: { observation: '' },
  budget_comments: { budget_comments: '' },
  priority: { priority: null },
  categories: { categories: [] },
  plans: { plans: [] },
  sdgs: { sdgs: [] },
  planned_begin: { planned_begin: null },
  planned_end: { due_on: null, deadline: null, late: false },
  effective_begin: { effective_begin: null },
  effective_end: { effective_end: null },
  progress: { done: null, by_hand: null, remark: '' },
  health: { health: null, health_reason: '' },
  fte: { fte: 0 },
  budget: { own: [], total: [] },
  indicators: { indicators: [] },
}

/** An element without what its plan hides now, be it of the plan or of a version that was frozen before. */
export function withoutHidden(one: ContentElement, fields: Plan['fields']): ContentElement {
  const hidden = (field: PlanField) => hides(fields, one.level, field)
  // Object.entries gives the names of fields.
  const blank = (Object.entries(blanks) as [PlanField, Partial<ContentElement>][]).flatMap(
    ([field, none]) => (hidden(field) ? [none] : []),
  )
  const parts = Object.entries(partOfField).flatMap(
    ([field, part]) => (hidden(field as keyof typeof partOfField) ? [part] : []), // Object.entries gives its own names.
  )
  const people = one.people.filter(({ part }) => !parts.some((hiddenPart) => hiddenPart === part))
  // A date of its own that is hidden below would show as the one that stands above.
  const inherits =
    one.due_on === null && levels.some((level) => hides(fields, level, 'planned_end'))
  const deadline = inherits ? null : one.deadline
  const hiddenNames: readonly string[] = hiddenColumns(fields, one.level)
  const said = Object.entries(one.said ?? {}).filter(([name]) => !hiddenNames.includes(name))
  return Object.assign(
    { ...one, people, deadline, ...(one.said && { said: Object.fromEntries(said) }) },
    ...blank,
  )
}
