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
  published_at: Temporal.Instant
  withdrawn_at: Temporal.Instant | null
  withdrawal_reason: string | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.publication': PublicationTable
  }
}
