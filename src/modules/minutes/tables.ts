import type { Generated } from 'kysely'
import type { RecordColumns } from './record.ts'

interface Own {
  tenant_id: Generated<string>
}

export const versionKinds = ['read', 'corrected', 'approved'] as const
/** As members were given it to read; as it was corrected since; as it was approved. */
export type VersionKind = (typeof versionKinds)[number]

export const outcomes = ['accepted', 'rejected', 'withdrawn'] as const
/** What became of what a member wanted said otherwise. */
export type ObjectionOutcome = (typeof outcomes)[number]

/** Who signs minutes: who presided, who kept them. */
export type Signing = 'presides' | 'keeps'

declare module '#kernel/db' {
  interface Tables {
    'minutes.record': Own & { id: string } & RecordColumns
    'minutes.remark': Own & { record_id: string; item_id: string; words: string }
    'minutes.version': Own & {
      record_id: string
      number: number
      kind: VersionKind
      content: string
      hash: string
      reason: string
      made_at: Generated<Temporal.Instant>
      made_by: string
    }
    'minutes.objection': Own & {
      id: Generated<string>
      record_id: string
      seat_id: string
      member: string
      item_id: string | null
      wanted: string
      made_at: Generated<Temporal.Instant>
      noted_by: string
      outcome: Generated<ObjectionOutcome | null>
      answer: Generated<string>
      settled_at: Generated<Temporal.Instant | null>
      settled_by: Generated<string>
    }
    'minutes.approval': Own & { item_id: string; record_id: string }
    'minutes.at_once': Own & {
      record_id: string
      item_id: string
      hash: string
      at: Generated<Temporal.Instant>
      noted_by: string
    }
    'minutes.rectification': Own & {
      id: Generated<string>
      record_id: string
      item_id: string | null
      words: string
      reason: string
      at: Generated<Temporal.Instant>
      made_by: string
    }
    'minutes.signature': Own & {
      record_id: string
      office: Signing
      seat_id: string
      signatory: string
      title: string
      signed_on: Temporal.PlainDate
      noted_by: string
    }
  }
}
