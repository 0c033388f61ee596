import { createHash } from 'node:crypto'

/** What of an entry its hash holds. */
export interface Hashed {
  organ_id: string
  seq: number
  kind: string
  number: number
  reference: string
  about_id: string
  meeting_id: string
  corrects: number | null
  day: Temporal.PlainDate
  title: string
  content: string
  minutes_hash: string
  written_at: Temporal.Instant
  written_by: string
}

export const signingPurpose = 'register entry'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const piece = (value: string | number | null) =>
  value === null ? '-' : `${Buffer.byteLength(String(value))}:${value}`

/** What the first entry of an organ is bound to. */
export const beginning = (tenantId: string, organId: string): string =>
  sha256(`beffroi register ${tenantId} ${organId}`)

/** The hash of all that an entry says, without what stands before it. */
export function saidHash(tenantId: string, one: Hashed): string {
  const { organ_id, seq, kind, number, reference, about_id, meeting_id, corrects } = one
  const { day, title, content, minutes_hash, written_at, written_by } = one
  const first = [tenantId, organ_id, seq, kind, number, reference, about_id, meeting_id, corrects]
  const rest = [day.toString(), title, content, minutes_hash, written_at.epochMilliseconds]
  return sha256([...first, ...rest, written_by].map(piece).join(''))
}

/** The hash of an entry after the one before. */
export const chained = (before: string, said: string): string => sha256(`${before} ${said}`)

/** What the house signs of an entry: where it stands, what it says, what came before. */
export const signedWords = (
  tenantId: string,
  { organ_id, seq }: Pick<Hashed, 'organ_id' | 'seq'>,
  said: string,
  hash: string,
): string => [tenantId, organ_id, seq, said, hash].join(' ')
