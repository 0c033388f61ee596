import type { Generated } from 'kysely'

export const entryKinds = ['act', 'correction'] as const
/** What an organ decided or took note of; what is said afterwards of what stands there. */
export type EntryKind = (typeof entryKinds)[number]

declare module '#kernel/db' {
  interface Tables {
    'register.entry': {
      tenant_id: Generated<string>
      id: Generated<string>
      organ_id: string
      seq: number
      kind: EntryKind
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
      hash: string
      master: string
      signature: Buffer
    }
  }
}
