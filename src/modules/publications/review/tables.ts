import type { Generated } from 'kysely'
import type { PersonalKind } from '#commons/pseudonymisation'

/** Words as they were found in a text that leaves. */
export interface FoundWords {
  words: string
  kind: PersonalKind
}

/** `hand`: somebody saw what was not found. */
export type FoundKind = PersonalKind | 'hand'

export type Verdict = 'masked' | 'kept'

declare module '#kernel/db' {
  interface Tables {
    'publications.reading': {
      tenant_id: Generated<string>
      item_id: string
      fingerprint: string
      found: FoundWords[]
      too_long: boolean
    }
    'publications.judgement': {
      tenant_id: Generated<string>
      item_id: string
      words: string
      kind: FoundKind
      verdict: Verdict
      judged_by: string
      judged_name: string
      judged_at: Temporal.Instant
    }
    'publications.confirmation': {
      tenant_id: Generated<string>
      item_id: string
      edition: string
      confirmed_by: string
      confirmed_name: string
      confirmed_at: Temporal.Instant
    }
  }
}
