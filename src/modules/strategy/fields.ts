import { ensure, Forbidden } from '#kernel/errors'
import { coordinates } from './coordination.ts'
import type { Level } from './level.ts'

const everywhere = [
  ...(['title', 'reference', 'description', 'categories', 'plans', 'sdgs'] as const),
  ...(['budget', 'budget_comments', 'observation', 'comments', 'progress'] as const),
] as const
const ofObjectives = [
  ...(['priority', 'managers', 'mandataries', 'administrators', 'concerned'] as const),
  ...(['indicators', 'planned_begin', 'planned_end'] as const),
] as const
const ofActions = ['bearers', 'effective_begin', 'effective_end', 'health', 'fte'] as const

export type Field = (typeof everywhere | typeof ofObjectives | typeof ofActions)[number]

/** The fields of each level, as long as an authority does not hide any. */
export const fieldsOf: Readonly<Record<Level, readonly Field[]>> = {
  volet: everywhere,
  strategic: everywhere,
  operational: [...everywhere, ...ofObjectives],
  action: [...everywhere, ...ofObjectives, ...ofActions],
  sub_action: [...everywhere, ...ofObjectives, ...ofActions],
  task: ['title', 'description', 'comments', 'managers', 'bearers', 'planned_end'],
}

/** Those that no setting can take away: a title, and who answers for it. */
export const fixedFields: readonly Field[] = ['title', 'managers']

/** Who sees and fills in a field: all, only the coordination (the others read it), or nobody. */
export const fieldUses = ['all', 'coordination', 'hidden'] as const
export type FieldUse = (typeof fieldUses)[number]

/** What a plan changes to the use of fields, by level; sub-actions follow actions. */
export type FieldSettings = Partial<Record<Level, Partial<Record<Field, FieldUse>>>>

const settled = (level: Level): Level => (level === 'sub_action' ? 'action' : level)

/** How a field of a level is used in a plan. */
export function useOf(settings: FieldSettings, level: Level, field: Field): FieldUse {
  if (!fieldsOf[level].includes(field)) return 'hidden'
  return settings[settled(level)]?.[field] ?? 'all'
}

/** Whether the one who acts fills in a field of a level. */
export function fills(settings: FieldSettings, level: Level, field: Field): boolean {
  const use = useOf(settings, level, field)
  return use === 'all' || (use === 'coordination' && coordinates())
}

/** Throws `Forbidden` where a field is hidden, or for the coordination only. */
export function ensureFills(settings: FieldSettings, level: Level, field: Field): void {
  ensure(shows(settings, level, field), Forbidden, 'strategy.field.hidden')
  ensure(fills(settings, level, field), Forbidden, 'strategy.field.coordination')
}

/** Whether a plan takes a field away, if it is one; what an import told beyond the fields of a level is shown. */
export const hides = (settings: FieldSettings, level: Level, field: Field | null): boolean =>
  field !== null && settings[settled(level)]?.[field] === 'hidden'

/** Whether a plan shows a field of a level. */
export const shows = (settings: FieldSettings, level: Level, field: Field): boolean =>
  useOf(settings, level, field) !== 'hidden'

/** The fields of a level that a plan shows. */
export const shownFields = (settings: FieldSettings, level: Level): Field[] =>
  fieldsOf[level].filter((field) => shows(settings, level, field))
