import type { Generated } from 'kysely'

interface AuditTable {
  tenant_id: Generated<string>
  id: Generated<string>
  action: string
  actor_id: string | null
  actor_name: string
  seen_as_id: string | null
  seen_as_name: string | null
  address: string | null
  subject: string | null
  at: Generated<Temporal.Instant>
}

interface LinkTable {
  tenant_id: Generated<string>
  seq: number
  line_id: string
  hash: Buffer
}

interface CutTable {
  tenant_id: Generated<string>
  seq: number
  hash: Buffer
  lines: number
  first_at: Temporal.Instant
  last_at: Temporal.Instant
  cut_at: Generated<Temporal.Instant>
  master: string
  signature: Buffer
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.audit': AuditTable
    'kernel.audit_link': LinkTable
    'kernel.audit_cut': CutTable
  }
}
