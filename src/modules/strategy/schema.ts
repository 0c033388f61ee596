import { z } from 'zod'
import {
  decimal,
  flag,
  gathered,
  id,
  integer,
  optionalLine,
  optionalLines,
  several,
  year,
} from '#kernel/http'
import { Edition } from '#kernel/pages'
import { choiceNames } from './element-fields.tsx'
import { fieldUses } from './fields.ts'
import { levels } from './level.ts'
import { countableStates } from './workflow.ts'

export const LevelOf = z.object({ level: z.enum(levels).exclude(['volet']) })

export const Step = z.object({ verb: optionalLine(40), comment: optionalLines(2000) })
const word = optionalLine()
/** What a list of elements is narrowed to, and its order; what is not filled in leaves all. */
export const ElementQuery = z.object({
  /** Fields that are a choice among few, each under its own name; `conditionIn` reads them. */
  ...(Object.fromEntries(choiceNames.map((name) => [name, word])) as object),
  ...{ view: word, volet: word, level: word, state: word, health: word, service: word },
  ...{ category: word, transversal: word, sdg: word, child: word, q: word, sort: word },
  /** A saved view that applies no more. */
  lapsed: word,
  /** Conditions that are to be filled in. */
  with: word,
})
export type ElementQuery = z.output<typeof ElementQuery>

/** What a query asks of a field, one of `choiceNames`; empty: nothing. */
export const conditionIn = (query: object, name: string): string => {
  const asked: unknown = Reflect.get(query, name)
  return typeof asked === 'string' ? asked : ''
}

/** A number among its brothers, from 1. */
export const Moving = z.object({
  id: id(),
  position: integer(1, 10_000),
  /** The list in which it was moved has said so. */
  told: flag(),
})
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
export const Weights = z.preprocess(
  (sent) => (typeof sent === 'object' ? { ...sent, weights: gathered('weights')(sent) } : sent),
  z.object({ weights: Shares, ...Edition.shape }),
)

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
