import { z } from 'zod'
import {
  flag,
  integer,
  line,
  optionalDay,
  optionalLine,
  optionalLines,
  several,
} from '#kernel/http'
import { languages } from '#kernel/i18n'
import { enterpriseNumber } from '#commons/parties'
import { liesAtField } from './lies-at.ts'

/** Typed one a line, or sent as a list. */
const address = z.preprocess(
  (given) => (Array.isArray(given) ? given.join('\n') : given),
  optionalLines(500).transform((text) =>
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
)

/** What an authority says of itself, in form, API and command. */
export const FactsFields = z.object({
  name: line(200),
  short_name: line(60),
  name_from: optionalDay()
    .default(null)
    .describe('The first day of another name; today unless told, and not to come.'),
  address,
  lies_at: liesAtField(),
  number: optionalLine(20)
    .refine((text) => text === '' || enterpriseNumber(text) !== null, 'authority.number_wrong')
    .transform((text) => (text === '' ? '' : (enterpriseNumber(text) ?? ''))),
  language: z.enum(languages),
  offered: several(z.enum(languages)),
  hue: integer(0, 359),
  arms_alt: optionalLine(200),
  no_arms: flag().describe('It has no arms any more.'),
})
export type Facts = z.output<typeof FactsFields>
