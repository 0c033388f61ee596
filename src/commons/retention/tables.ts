import type { Generated } from 'kysely'
import type { Trace } from './traces.ts'

/** What stands of one in a certificate. */
export interface Destroyed {
  readonly id: string
  readonly reference: string
  /** SHA-256 of its row as it stood. */
  readonly hash: string
  readonly ended_on: string
  /** The request of a person by which it went before its time. */
  readonly asked?: string
  /** What of other folders went with it. */
  readonly with?: readonly Trace[]
}

declare module '#kernel/db' {
  interface Tables {
    'commons.legal_hold': {
      tenant_id: Generated<string>
      id: Generated<string>
      dossier_id: string
      reason: string
      held_by: string
      held_at: Generated<Temporal.Instant>
      lifted_by: string | null
      lifted_at: Temporal.Instant | null
    }
    'commons.elimination': {
      tenant_id: Generated<string>
      dossier_id: string
      ended_on: Temporal.PlainDate
      over_on: Temporal.PlainDate
      asked_by: string | null
      proposed_at: Generated<Temporal.Instant>
    }
    'commons.erasure': {
      tenant_id: Generated<string>
      kind: string
      subject_id: string
      asked_by: string
      proposed_on: Temporal.PlainDate
    }
    'commons.destruction': {
      tenant_id: Generated<string>
      id: Generated<string>
      reference: string
      kind: string
      rule: unknown
      destroyed: unknown
      by_name: string
      at: Temporal.Instant
      hash: string
    }
    'commons.destruction_paper': {
      tenant_id: Generated<string>
      destruction_id: string
      hash: string
    }
  }
}
