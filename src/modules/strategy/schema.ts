import { z } from 'zod'
import { cents, decimal, gathered, id, integer, optionalLine, several } from '#kernel/http'
import { fieldUses } from './fields.ts'
import { levels } from './level.ts'
import { countableStates } from './workflow.ts'

const year = () => integer(1990, 2100)

export const LevelOf = z.object({ level: z.enum(levels).exclude(['volet']) })

export const Step = z.object({ verb: optionalLine(40), comment: optionalLine(2000) })
const word = optionalLine()
/** What a list of elements is narrowed to, and its order; what is not filled in leaves all. */
export const ElementQuery = z.object({
  ...{ view: word, volet: word, level: word, state: word, health: word, service: word },
  ...{ category: word, transversal: word, sdg: word, q: word, sort: word },
  /** A saved view that applies no more. */
  lapsed: word,
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
