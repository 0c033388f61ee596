import type { Generated } from 'kysely'

interface OpeningTable {
  tenant_id: Generated<string>
  id: Generated<string>
  name: string
  kind: string
  identity: unknown
  arms: string
  begun_by: string
  begun_at: Generated<Temporal.Instant>
  opened_as: string | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.opening': OpeningTable
  }
}
