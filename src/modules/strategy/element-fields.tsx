import { z } from 'zod'
import { today } from '#commons/clock'
import { fullName, mandataries, people, services } from '#commons/directory'
import {
  askedPartly,
  type OwnColumns,
  type Field,
  date,
  fraction,
  labels,
  optional,
  optionalChoice,
  type Part,
  remark,
  rich,
  simply,
  termsOf,
  text,
  ticked,
  whole,
} from '#commons/records'
import { goalKey, goals } from '#commons/vocabularies'
import { id, integer } from '#kernel/http'
import { type MessageKey, t } from '#kernel/i18n'
import { CheckboxGroup, FoldedCheckboxes, TextField } from '#kernel/ui'
import { type Field as Use, fieldsOf, fills, shows } from './fields.ts'
import type { Level } from './level.ts'
import type { Plan } from './plan.ts'
import { planYears } from './plan-fields.ts'

/** The lists of words from which an element has some. */
export const labelLists = {
  categories: 'strategy.category',
  plans: 'strategy.transversal',
} as const

const sdg = (goal: number) => t('strategy.sdg.tag', { goal, name: t(goalKey(goal)) })

const sdgs: Field<number[]> = {
  label: 'strategy.field.sdgs',
  schema: ticked(integer(1, 17)),
  absent: [],
  answer: z.array(z.int()),
  input: (name, value = []) => (
    <FoldedCheckboxes
      {...labels(name, sdgs)}
      choices={goals.map((goal) => ({ value: String(goal), label: sdg(goal) }))}
      values={value.map(String)}
    />
  ),
  shown: simply((value) => value.map(sdg).join(', ')),
  plain: simply((value) => value.map(sdg).join(', ')),
  choices: async () => goals.map((goal) => [String(goal), sdg(goal)]),
  many: true,
  narrow: 'choices',
  order: null,
}

/** What is said of an element, whatever its level: columns. */
export const elementFields = {
  title: text(500, { label: 'strategy.element.title' }),
  description: rich({ label: 'strategy.field.description' }, 5),
  body: optionalChoice(['commune', 'cpas'], (value) => t(`strategy.body.${value}`), {
    label: 'strategy.plan.body',
    none: 'strategy.body.joint',
  }),
  planned_begin: optional(date({ label: 'strategy.field.planned_begin' }, planYears)),
  due_on: optional(date({ label: 'strategy.field.planned_end' }, planYears)),
  effective_begin: optional(date({ label: 'strategy.field.effective_begin' }, planYears)),
  effective_end: optional(date({ label: 'strategy.field.effective_end' }, planYears)),
  /** Empty: computed. */
  progress: optional(
    whole(0, 100, {
      label: 'strategy.progress.hand',
      help: 'strategy.progress.help',
      unit: '%',
    }),
  ),
  progress_reason: remark(2000, {
    label: 'strategy.progress.reason',
    neededWhen: { field: 'progress', is: 'answered' },
  }),
  effort: whole(0, 100, {
    absent: 1,
    label: 'strategy.field.effort',
    help: 'strategy.effort.help',
  }),
  health: optionalChoice(
    ['good', 'risk', 'blocked', 'paused'],
    (value) => t(`strategy.health.${value}`),
    { label: 'strategy.field.health', none: 'strategy.health.unknown' },
  ),
  health_reason: remark(2000, {
    label: 'strategy.health.reason',
    shownWhen: { field: 'health', is: ['risk', 'blocked', 'paused'] },
    neededWhen: { field: 'health', is: ['risk', 'blocked', 'paused'] },
  }),
  fte: fraction(1000, { label: 'strategy.field.fte' }),
  priority: optionalChoice([0, 1, 2], (value) => t(`strategy.priority.${value}`), {
    label: 'strategy.field.priority',
  }),
  categories: termsOf(labelLists.categories, { label: 'strategy.field.categories' }),
  plans: termsOf(labelLists.plans, { label: 'strategy.field.plans' }),
  sdgs,
  comments: remark(20_000, { label: 'strategy.field.comments' }, 3),
  observation: remark(20_000, { label: 'strategy.field.observation' }, 3),
  budget_comments: remark(20_000, { label: 'strategy.field.budget_comments' }, 3),
  remark: remark(20_000, { label: 'strategy.field.remark' }, 3),
}
export type SaidName = keyof typeof elementFields
export type SaidColumns = OwnColumns<typeof elementFields>

/** Those that fit in a line: columns of a table, conditions. */
export const lineNames = (Object.keys(elementFields) as SaidName[]) // Their own names.
  .filter((name) => !('long' in elementFields[name]))

/** Those that a list is narrowed by under their own name: a choice among few. */
export const choiceNames = lineNames.filter((name) => {
  const { narrow } = elementFields[name]
  const named = name === 'health' || name in labelLists || name === 'sdgs'
  return !named && (narrow === 'choices' || narrow === 'yes_no')
})

/** The services that answer for it. */
const managers: Field<string[]> = {
  label: 'strategy.field.managers',
  schema: ticked(id()),
  answer: z.array(z.uuid()),
  input: async (name, value = [], { required = false }) => (
    <>
      <input type="hidden" name={name} value="" />
      <CheckboxGroup
        {...labels(name, managers)}
        choices={(await services()).map((one) => ({ value: one.id, label: one.label }))}
        values={value}
        required={required}
      />
    </>
  ),
  shown: simply((value) => value.join(', ')),
}

const names = (label: MessageKey, known: () => Promise<string[]>): Field<string> => ({
  ...remark(2000, { label }),
  input: async (name, value) => (
    <TextField
      {...labels(name, { label })}
      value={value ?? ''}
      suggestions={await known()}
      autocomplete="off"
    />
  ),
})
const everybody = async () => (await people()).map(fullName)
const elected = async () => (await mandataries(today())).map(fullName)

/** Who answers for it: no columns, `setParties` keeps them. */
const peopleFields = {
  managers,
  mandataries: names('strategy.field.mandataries', elected),
  administrators: names('strategy.field.administrators', everybody),
  bearers: names('strategy.field.bearers', everybody),
  concerned: names('strategy.field.concerned', everybody),
}

export const allFields = { ...elementFields, ...peopleFields }
export type FieldName = keyof typeof allFields

/** What a form or the API says of an element; a field that it leaves out stays as it is. */
export const WrittenElement = askedPartly(allFields).required({ title: true })
export type WrittenElement = z.output<typeof WrittenElement>

/** The parts of the form of an element. */
export const sections: readonly Part<FieldName>[] = [
  { title: 'strategy.essentials', names: ['title', 'description', 'body'] },
  {
    title: 'strategy.people',
    help: 'strategy.people.help',
    names: ['managers', 'mandataries', 'administrators', 'bearers', 'concerned'],
  },
  {
    title: 'strategy.dates',
    help: 'strategy.dates.help',
    names: ['planned_begin', 'due_on', 'effective_begin', 'effective_end'],
  },
  {
    title: 'strategy.standing',
    names: ['progress', 'progress_reason', 'effort', 'health', 'health_reason', 'fte'],
  },
  { title: 'strategy.labels', folded: true, names: ['priority', 'categories', 'plans', 'sdgs'] },
  {
    title: 'strategy.remarks',
    folded: true,
    names: ['comments', 'observation', 'budget_comments', 'remark'],
  },
]

const unasked = Object.keys(allFields).filter((name) =>
  sections.every(({ names }) => !names.some((one) => one === name)),
)
if (unasked.length > 0)
  throw new Error(
    `strategy: no part of the form of an element asks for « ${unasked.join(' », « ')} »: name it in \`sections\`.`,
  )

/** Answers that are no field of a plan's settings by their own name. */
type OtherName = Exclude<FieldName, Use>

/**
 * To which field of a plan's settings such an answer belongs; null for what no setting takes away. Where this
 * lacks a name, the new field is not yet among those of `fields.ts`.
 */
const otherUses: Record<OtherName, Use | null> = {
  body: null,
  due_on: 'planned_end',
  progress_reason: 'progress',
  effort: 'progress',
  remark: 'progress',
  health_reason: 'health',
}
const isOther = (name: FieldName): name is OtherName => Object.hasOwn(otherUses, name)

/** The field of a plan's settings; null for what no setting takes away. */
export const useNameOf = (name: FieldName): Use | null => (isOther(name) ? otherUses[name] : name)

// Types are not checked at the start: a field that no level has would vanish from forms and pages.
const everyUse: ReadonlySet<string> = new Set(Object.values(fieldsOf).flat())
for (const name of Object.keys(allFields) as FieldName[]) {
  // Its own names.
  const use = useNameOf(name)
  if (use && !everyUse.has(use))
    throw new Error(
      `strategy: no level has the field « ${name} » of the kind « element »: name it in \`fields.ts\`.`,
    )
}

/** Whether the one who acts fills in a field of a level of a plan. */
export function isAsked({ fields, body }: Plan, level: Level, name: FieldName): boolean {
  const use = useNameOf(name)
  return use ? fills(fields, level, use) : body === 'shared' && level !== 'task'
}

/** The answers that a level of a plan has: those that its settings show. */
export const answersOf = ({ fields }: Plan, level: Level): FieldName[] =>
  // The names of these fields.
  (Object.keys(allFields) as FieldName[]).filter((name) => {
    const use = useNameOf(name)
    return !use || shows(fields, level, use)
  })
