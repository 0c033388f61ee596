import { z } from 'zod'
import { day, gathered, id, integer, line, longText, optionalLine } from '#kernel/http'
import { fieldUses } from './fields.ts'
import { levels } from './level.ts'
import { purposes } from './tables.ts'
import { countableStates } from './workflow.ts'

/** A day, or nothing typed. */
const optionalDay = () => z.union([day(), z.literal('').transform(() => null), z.null()])
/** Ticked boxes: none, one or several, of one name. */
const several = <S extends z.ZodType>(one: S) =>
  z.preprocess(
    (given) => (given === undefined ? given : [given].flat().filter((box) => box !== '')),
    z.array(one).optional(),
  )
/** A text that a form may leave out. */
const text = (most: number) => z.string().trim().max(most).optional()
const year = () => integer(1990, 2100)
/** A number typed with a comma or a point, spaces between thousands allowed. */
const decimal = () =>
  z
    .union([z.number(), z.string()])
    .transform((given) =>
      typeof given === 'number'
        ? given
        : Number(given.replaceAll(/[\s\u00A0\u202F]/g, '').replace(',', '.') || Number.NaN),
    )
    .refine(Number.isFinite, 'strategy.not_a_number')
/** Euros as typed, in cents. */
const cents = () =>
  decimal()
    .transform((euros) => Math.round(euros * 100))
    .refine((amount) => Math.abs(amount) <= 1e14, 'strategy.not_a_number')
const optionalDecimal = () =>
  z.union([z.literal('').transform(() => null), z.null(), decimal()]).default(null)

export const WrittenPlan = z.object({
  title: line(255),
  starts_on: day(),
  ends_on: day(),
  designated_on: optionalDay().default(null),
  first_year: year(),
  last_year: year(),
  body: z.enum(['commune', 'cpas', 'shared']),
  nis: integer(10_000, 99_999),
})
export type WrittenPlan = z.output<typeof WrittenPlan>

/** What a form or the API says of an element; a field that it leaves out stays as it is. */
export const WrittenElement = z.object({
  title: line(500),
  body: z.union([z.enum(['commune', 'cpas']), z.literal('').transform(() => null)]).optional(),
  description: z.string().max(500_000).optional(),
  comments: text(20_000),
  observation: text(20_000),
  budget_comments: text(20_000),
  remark: text(20_000),
  priority: z.union([z.literal('').transform(() => null), integer(0, 2), z.null()]).optional(),
  categories: several(id()),
  plans: several(id()),
  sdgs: several(integer(1, 17)),
  planned_begin: optionalDay().optional(),
  due_on: optionalDay().optional(),
  effective_begin: optionalDay().optional(),
  effective_end: optionalDay().optional(),
  /** Empty: computed. */
  progress: z.union([z.literal('').transform(() => null), integer(0, 100), z.null()]).optional(),
  progress_reason: text(2000),
  effort: integer(0, 100).optional(),
  health: z
    .union([
      z.enum(['good', 'risk', 'blocked', 'paused']),
      z.literal('').transform(() => null),
      z.null(),
    ])
    .optional(),
  health_reason: text(2000),
  fte: decimal().pipe(z.number().min(0).max(1000)).optional(),
  managers: several(id()),
  mandataries: text(2000),
  administrators: text(2000),
  bearers: text(2000),
  concerned: text(2000),
})
export type WrittenElement = z.output<typeof WrittenElement>

export const LevelOf = z.object({ level: z.enum(levels) })

export const Step = z.object({ verb: optionalLine(40), comment: optionalLine(2000) })
/** A number among its brothers, from 1. */
export const Moving = z.object({ id: id(), position: integer(1, 10_000) })
export const AtParent = z.object({ parent: id() })
export const MovedPlace = z.object({ from: id(), to: id() })

const percent = () =>
  decimal()
    .transform((share) => Math.round(share * 100))
    .pipe(z.number().min(0).max(10_000))
/** Parent → hundredths of a per cent, typed in per cent: `weights.<parent>`. */
export const Weights = z.preprocess(gathered('weights'), z.record(z.uuid(), percent()))

export const NewBudgetLine = z.object({
  source_id: id(),
  year: year(),
  cents: cents(),
  comment: optionalLine(500),
})

/** `targets`: the value to come to by year, typed as `targets.<year>`. */
export const NewIndicator = z.preprocess(
  (given: Record<string, unknown>) => ({ targets: gathered('targets')(given), ...given }),
  z.object({
    label: line(200),
    unit: optionalLine(40),
    source: optionalLine(200),
    direction: z.enum(['up', 'down']).default('up'),
    baseline: optionalDecimal(),
    targets: z.record(z.string().regex(/^\d{4}$/), optionalDecimal()),
  }),
)
export const NewMeasure = z.object({
  measured_on: day(),
  value: decimal(),
  note: optionalLine(500),
})

export const Settings = z.object({
  numbering: z.enum(['sequence', 'outline']),
  exercise: year(),
  counted: several(
    z.string().refine((state) => countableStates.includes(state), 'http.field.choose'),
  ),
})
/** Field → use, typed as `fields.<field>`, for one level. */
export const FieldUses = z.object({
  level: z.enum(levels),
  uses: z.record(z.string(), z.enum(fieldUses)),
})

export const Freezing = z.object({ purpose: z.enum(purposes), report: longText() })
export const CarryOver = WrittenPlan.extend({ elements: several(id()) })
