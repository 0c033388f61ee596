import type { Generated } from 'kysely'

/** Of what a token of theirs is. */
export type MappedKind = 'organ' | 'subject' | 'in_charge'

declare module '#kernel/db' {
  interface Tables {
    'incoming.mapping': {
      tenant_id: Generated<string>
      source_id: string
      what: MappedKind
      token: string
      label: Generated<string>
      organ_id: string | null
      term_id: string | null
      person_id: string | null
    }
    'incoming.annex': {
      tenant_id: Generated<string>
      annex_id: string
      point_id: string
      external_id: string
      modified: Temporal.Instant | null
      sha256: string
    }
  }
}
