import { z } from 'zod'
import {
  cents,
  day,
  decimal,
  gathered,
  id,
  integer,
  keptText as text,
  line,
  optionalDay,
  optionalLine,
  several,
} from '#kernel/http'
import { fieldUses } from './fields.ts'
import { levels } from './level.ts'
import { countableStates } from './workflow.ts'

const year = () => integer(1990, 2100)

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

const orNothing = <S extends z.ZodType>(one: S) =>
  z.union([one, z.literal('').transform(() => null), z.null()]).optional()

/** What a form or the API says of an element; a field that it leaves out stays as it is. */
export const WrittenElement = z.object({
  title: line(500),
  body: orNothing(z.enum(['commune', 'cpas'])),
  description: z.string().max(500_000).optional(),
  comments: text(20_000),
  observation: text(20_000),
  budget_comments: text(20_000),
  remark: text(20_000),
  priority: orNothing(integer(0, 2)),
  categories: several(id()),
  plans: several(id()),
  sdgs: several(integer(1, 17)),
  planned_begin: optionalDay().optional(),
  due_on: optionalDay().optional(),
  effective_begin: optionalDay().optional(),
  effective_end: optionalDay().optional(),
  /** Empty: computed. */
  progress: orNothing(integer(0, 100)),
  progress_reason: text(2000),
  effort: integer(0, 100).optional(),
  health: orNothing(z.enum(['good', 'risk', 'blocked', 'paused'])),
  health_reason: text(2000),
  fte: decimal().pipe(z.number().min(0).max(1000)).optional(),
  managers: several(id()),
  mandataries: text(2000),
  administrators: text(2000),
  bearers: text(2000),
  concerned: text(2000),
})
export type WrittenElement = z.output<typeof WrittenElement>

export const LevelOf = z.object({ level: z.enum(levels).exclude(['volet']) })

export const Step = z.object({ verb: optionalLine(40), comment: optionalLine(2000) })
const word = optionalLine()
/** What a list of elements is narrowed to, and its order; what is not filled in leaves all. */
export const ElementQuery = z.object({
  ...{ view: word, volet: word, level: word, state: word, health: word, service: word },
  ...{ category: word, transversal: word, sdg: word, q: word, sort: word },
})
export type ElementQuery = z.output<typeof ElementQuery>

/** A number among its brothers, from 1. */
export const Moving = z.object({ id: id(), position: integer(1, 10_000) })
export const AtParent = z.object({ parent: id() })
/** To where; from where, if the element stands in several places. */
export const MovedPlace = z.object({ parent: id(), from: id().optional() })

const percent = () =>
  decimal()
    .pipe(z.number().min(0).max(100))
    .transform((share) => Math.round(share * 100))
    .pipe(z.number().min(0).max(10_000))
/** Parent → hundredths of a per cent, typed in per cent. */
export const Shares = z.record(z.uuid(), percent())
/** The same in a form: `weights.<parent>`. */
export const Weights = z.preprocess(gathered('weights'), Shares)

/** Cents: so many lines of ten thousand million euros still add up exactly. */
export const amount = z.int().min(-1e12).max(1e12)

export const NewBudgetLine = z.object({
  source_id: id(),
  year: year(),
  cents: cents().pipe(amount),
  comment: optionalLine(500),
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
