import { z } from 'zod'
import { mailAddress } from '#kernel/mail'
import { languages } from '#kernel/i18n'
import {
  fileInBody,
  flag,
  gathered,
  integer,
  line,
  optionalLine,
  optionalLines,
  several,
  uploads,
} from '#kernel/http'
import { enterpriseNumber } from '#commons/parties'
import { kinds } from '#commons/trades'
import { standings } from './standing.ts'

/** The lines of a text that hold something. */
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

/** Typed one a line, or sent as a list. */
const listed = (most: number) =>
  z.preprocess(
    (given) => (Array.isArray(given) ? given.join('\n') : given),
    optionalLines(most).transform(linesOf),
  )

/** Who somebody is that runs the house or administers an authority. */
export const WhoFields = z.object({
  first_name: line(100),
  last_name: line(100),
  login: line(100).refine((text) => !/\s/.test(text), 'authorities.login_blank'),
  email: optionalLine(200).refine(
    (text) => text === '' || mailAddress(text) !== undefined,
    'authorities.email_wrong',
  ),
})

/** What is said of an authority that is to be opened, and of who administers it first. */
export const IdentityFields = WhoFields.extend({
  kind: z.enum(kinds),
  name: line(200),
  short_name: line(60),
  number: line(20)
    .refine((text) => enterpriseNumber(text) !== null, 'authorities.number_wrong')
    .transform((text) => enterpriseNumber(text) ?? ''),
  hosts: listed(2000),
  other_hosts: flag(),
  language: z.enum(languages).default('fr'),
  offered: several(z.enum(languages)),
  address: listed(500),
  hue: integer(0, 359).default(235),
})

/** The same from a form, which brings the arms as a file. */
export const IdentityForm = IdentityFields.extend({ arms: uploads(1) })
/** Its number, from a form or a program. */
export const NumberFields = IdentityFields.pick({ number: true })
/** The host names of an authority, from a form or a program. */
export const HostFields = IdentityFields.pick({ hosts: true, other_hosts: true })

const Line = z.record(z.string().max(40), z.string().max(300))

/** With what an authority starts: the lines of each part, and the trades that are on. */
export const ProfileFields = z.object({
  parts: z.record(z.string().max(40), z.array(Line).max(60)).default({}),
  trades: z.array(z.string().max(60)).max(100).default([]),
})
export type Profile = z.output<typeof ProfileFields>

/** The same from a form: `organs.0.name`. A line that stands empty keeps its place, so that others keep theirs. */
export const profileForm = (parts: () => readonly string[]) =>
  z.preprocess((given) => {
    if (typeof given !== 'object' || given === null) return given
    const trades = 'trades' in given ? [given.trades].flat().filter((one) => one !== '') : []
    return {
      trades,
      parts: Object.fromEntries(parts().map((part) => [part, linesIn(gathered(part)(given))])),
    }
  }, ProfileFields)

function linesIn(fields: unknown): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = []
  for (const [name, value] of Object.entries(fields ?? {})) {
    const [at = '', column = ''] = name.split('.')
    if (!/^\d{1,2}$/.test(at)) continue
    while (lines.length <= Number(at)) lines.push({})
    lines[Number(at)] = { ...lines[Number(at)], [column]: value }
  }
  return lines
}

/** An authority opened by a program: all at once, its profile the usual one where nothing is said of it. */
export const OpeningBody = IdentityFields.extend({
  profile: ProfileFields.optional(),
  arms: fileInBody().optional(),
})
export type Identity = Omit<z.output<typeof IdentityFields>, 'other_hosts'>

/** What the first of those who run the house say, with the code that the server told. */
export const StartFields = WhoFields.extend({
  code: line(60),
  name: line(200),
  host: line(253),
})

/** The first language of an authority that will be. */
export const SpokenFields = z.object({ language: z.enum(languages).default('fr') })

/** Which authorities one asks for. */
export const AskedFields = z.object({
  standing: z.union([z.enum(standings), z.literal('').transform(() => undefined)]).optional(),
  kind: optionalLine(40),
  q: optionalLine(100),
})
