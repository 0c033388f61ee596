import { z } from 'zod'
import { written } from '#kernel/characters'
import { badRequest } from './failure.ts'

const mostText = 4_000_000

/** A value of a list, as it is sent: bare, or as it was read. */
const OneOf = z
  .union([z.string().max(500), z.object({ token: z.string().max(500).nullable() })])
  .nullish()
  .transform((value) => (typeof value === 'string' ? value : (value?.token ?? '')).trim())

const SomeOf = z
  .union([z.array(OneOf).max(500), OneOf])
  .nullish()
  .transform((value) => [value ?? []].flat().filter(Boolean))

/** A text: bare, or as it was read. */
const Text = z
  .union([z.string().max(mostText), z.object({ data: z.string().max(mostText).nullable() })])
  .nullish()
  .transform((value) => (typeof value === 'string' ? value : (value?.data ?? '')))

const isYes = (value: unknown) =>
  value === true || ['true', '1'].includes(String(value).toLowerCase())
const Said = z.union([z.boolean(), z.string().max(10)]).nullish()
const Flag = Said.transform(isYes)

const Line = z
  .union([z.string().max(10_000).overwrite(written), z.number()])
  .nullish()
  .transform((value) => (value ?? '').toString().trim())

/** A file that comes along, in base64. */
const File = z.object({
  data: z.string().max(90_000_000).default(''),
  filename: Line,
  'content-type': Line,
  encoding: Line,
})

export const AnnexSent = z.looseObject({
  '@type': Line,
  title: Line,
  content_category: OneOf,
  decision_related: Flag,
  confidential: Flag,
  file: File.nullish(),
  in_name_of: z.string().max(500).optional(),
})
export type AnnexSent = z.output<typeof AnnexSent>

const anyway = {
  config_id: z.string().max(200).optional(),
  in_name_of: z.string().max(500).optional(),
  ignore_not_used_data: Flag,
  ignore_validation_for: SomeOf,
  clean_html: Said.transform((value) => value === undefined || value === null || isYes(value)),
}

export const ItemSent = z.looseObject({
  ...{ ...anyway, '@type': Line, title: Line, proposingGroup: OneOf },
  ...{ category: OneOf, classifier: OneOf, groupsInCharge: SomeOf, associatedGroups: SomeOf },
  ...{ description: Text, detailedDescription: Text, motivation: Text },
  ...{ decision: Text, decisionSuite: Text, decisionEnd: Text },
  ...{ privacy: OneOf, pollType: OneOf, toDiscuss: Flag, preferredMeeting: OneOf },
  externalIdentifier: Line,
  wf_transitions: SomeOf,
  __children__: z.array(AnnexSent).max(100).default([]),
})
export type ItemSent = z.output<typeof ItemSent>

export const MeetingSent = z.looseObject({
  ...{ ...anyway, '@type': Line, date: Line, place: OneOf },
  ignore_not_used_data: Flag,
})
export type MeetingSent = z.output<typeof MeetingSent>

/** The bytes of a file that was sent in base64. Throws `Refused` where it is none. */
export function bytesOf({ file, title }: AnnexSent): { name: string; bytes: Buffer } {
  const name = file?.filename || title
  if (!file || file.data === '') throw badRequest('restapi.annex.no_file', { name })
  if (!file.filename && !file['content-type']) throw badRequest('restapi.annex.no_name', { name })
  if (file.encoding !== '' && file.encoding !== 'base64')
    throw badRequest('restapi.annex.encoding', { encoding: file.encoding })
  const plain = file.data.replaceAll(/\s/g, '')
  // Node reads as far as it understands: what it would leave out is not the file that somebody sent.
  if (!/^[\w+/]+={0,2}$/.test(plain) || plain.includes('_'))
    throw badRequest('restapi.annex.not_base64', { name })
  const bytes = Buffer.from(plain, 'base64')
  return { name: file.filename || `${title || 'annexe'}${endingOf(file['content-type'])}`, bytes }
}

/** What a name ends in where only the type is said. */
const endings: Readonly<Record<string, string>> = {
  ...{ 'application/pdf': '.pdf', 'text/plain': '.txt', 'image/png': '.png' },
  'image/jpeg': '.jpg',
}
const endingOf = (type: string): string => endings[type] ?? ''
