import type { Generated } from 'kysely'

interface PublicationTable {
  tenant_id: Generated<string>
  id: Generated<string>
  publisher: string
  subject_id: string
  slug: string
  number: number
  title: string
  content: unknown
  hash: string
  previous_hash: string | null
  /** Written by the database: 1 for the first of an authority. */
  place: Generated<number>
  published_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
  withdrawal_reason: string | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.publication': PublicationTable
    'commons.publication_withdrawal': {
      tenant_id: Generated<string>
      publisher: string
      slug: string
      withdrawn_at: Temporal.Instant
      said: string
      /** Since when it had been public; null of what was withdrawn before that was kept. */
      first_published_at: Temporal.Instant | null
    }
  }
}
