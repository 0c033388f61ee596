import { z } from 'zod'
import { written } from '#kernel/characters'
import { answerLimits as limits } from './limits.ts'

/**
 * Shapes of the answers of plonemeeting.restapi, tolerant of further members. Two generations are
 * read: camelCase names and bare tokens (before 2022), snake_case names and token + title (after).
 */

const uid = z.string().trim().min(1).max(200)
/** Words, as the house writes them. */
const words = z.string().overwrite(written).trim()
const line = words.min(1).max(10_000)
const text = z.string().max(limits.text)

/** A choice is a bare token, token + title (or `Title`), or empty. */
const choice = z
  .union([
    z.string(),
    z.object({
      token: z.string().nullable(),
      title: z.string().overwrite(written).nullish(),
      Title: z.string().overwrite(written).nullish(),
    }),
  ])
  .nullish()
  .transform((value) => {
    const { token, title } =
      typeof value === 'string' ? { token: value, title: null } : titled(value)
    const trimmed = token?.trim()
    return trimmed ? { token: trimmed, title: title?.trim() || null } : null
  })

interface Titled {
  token: string | null
  title?: string | null | undefined
  Title?: string | null | undefined
}
const titled = (value: Titled | null | undefined) => ({
  token: value?.token,
  title: value?.title ?? value?.Title,
})

/** Rich text: `{ content-type, data }`; a bare string where the field is a plain one. */
export const rich = z
  .union([
    text.transform((data) => ({ 'content-type': 'text/plain', data })),
    z.object({ 'content-type': z.string().default('text/html'), data: text }),
  ])
  .nullish()
  .transform((value) => value ?? { 'content-type': 'text/plain', data: '' })
export type Rich = z.output<typeof rich>

const flag = z.boolean().nullish()
const label = words.max(10_000).nullish()
const wholeNumber = z.number().int().positive().max(100_000_000)

const attendees = z
  .array(
    z.object({
      title: words.max(1000).default(''),
      attendee_type: choice,
      signatory: z.union([z.string(), z.number()]).nullish(),
    }),
  )
  .max(500)
  .nullish()
  .transform((some) =>
    (some ?? []).map(({ title, attendee_type: type, signatory }) => ({
      ...{ title, type: type?.token ?? '' },
      signatory: signatory === null || signatory === undefined ? null : String(signatory),
    })),
  )

export const meetingShape = z.object({
  '@id': label,
  '@type': z.string(),
  UID: uid,
  title: line,
  date: label,
  startDate: label,
  start_date: label,
  place: choice,
  place_other: label,
  meetingNumber: z.number().int().nullish(),
  meeting_number: z.number().int().nullish(),
  assembly: rich,
  assemblyExcused: rich,
  assembly_excused: rich,
  assemblyAbsents: rich,
  assembly_absents: rich,
  signatures: rich,
  observations: rich,
  review_state: choice,
  extra_include_attendees: attendees,
  items: z
    .array(z.union([z.string(), z.object({ '@id': z.string(), UID: z.string().optional() })]))
    .max(limits.entries)
    .nullish(),
})
export type MeetingAnswer = z.output<typeof meetingShape>

export const itemShape = z.object({
  '@id': label,
  UID: uid,
  title: words.min(1).max(limits.title),
  itemNumber: wholeNumber.nullish(),
  formatted_itemNumber: label,
  listType: choice,
  privacy: choice,
  category: choice,
  proposingGroup: choice,
  extra_include_category: z.object({ title: label }).nullish(),
  extra_include_proposing_group: z.object({ title: label }).nullish(),
  description: rich,
  detailedDescription: rich,
  motivation: rich,
  decision: rich,
  decisionSuite: rich,
  decisionEnd: rich,
  votesResult: rich,
  observations: rich,
  pollType: choice,
  votesAreSecret: flag,
  toDiscuss: flag,
  review_state: choice,
  itemReference: label,
  externalIdentifier: label,
  extra_include_attendees: attendees,
  optionalAdvisers: z.array(choice).max(200).nullish(),
  extra_include_annexes: z.array(z.unknown()).max(limits.entries).nullish(),
})
export type ItemAnswer = z.output<typeof itemShape>

export const annexShape = z.object({
  '@id': label,
  UID: uid,
  title: label,
  category_title: label,
  content_category: choice,
  publishable: flag,
  confidential: flag,
  parent: z.object({ '@id': z.string() }).nullish(),
  file: z.object({
    filename: label,
    size: z.number().int().nonnegative().nullish(),
    'content-type': label,
    data: z.string().nullish(),
    encoding: label,
  }),
})
export type AnnexAnswer = z.output<typeof annexShape>
export type FileAnswer = AnnexAnswer['file']

export interface Fault {
  code: 'missing_field' | 'wrong_value'
  field: string
  params: Readonly<Record<string, string | number>>
}

/** Reads one entry by its shape; every fault names its field and says whether it is absent. */
export function shaped<T>(shape: z.ZodType<T>, raw: unknown): { value: T } | { faults: Fault[] } {
  const result = shape.safeParse(raw)
  if (result.success) return { value: result.data }
  return {
    faults: result.error.issues.map((issue) => ({
      code: isAbsent(at(raw, issue.path)) ? 'missing_field' : 'wrong_value',
      field: issue.path.join('.'),
      params: tooLong(issue),
    })),
  }
}

/** A text may be right and only too long: that is said with the bound. */
const tooLong = (issue: z.core.$ZodIssue): Fault['params'] =>
  issue.code === 'too_big' && issue.origin === 'string'
    ? { reason: 'too_long', most: Number(issue.maximum) }
    : {}

/** A member of an object of unknown shape, never one that it inherits. */
export function member(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  // `in`-narrowing cannot follow a variable key; hasOwn above has just proved that it is there.
  return (value as Record<PropertyKey, unknown>)[key]
}

/** A member that is a text with something in it. */
export function textMember(value: unknown, key: string): string | null {
  const found = member(value, key)
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null
}

const at = (raw: unknown, path: readonly PropertyKey[]): unknown => path.reduce(member, raw)

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
