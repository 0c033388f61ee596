import type { Generated } from 'kysely'

interface DossierTable {
  tenant_id: Generated<string>
  id: Generated<string>
  kind: string
  sealed: Generated<boolean>
  reference: Generated<string>
  title: string
  state: string
  service_id: string | null
  readers: string[]
  awaits: Generated<string[]>
  due_on: Temporal.PlainDate | null
  version: Generated<number>
  created_by: string | null
  created_at: Generated<Temporal.Instant>
  changed_at: Generated<Temporal.Instant>
}

interface ExternalIdTable {
  tenant_id: Generated<string>
  source: string
  external_id: string
  dossier_id: string
  content_hash: string
}

interface LentReaderTable {
  tenant_id: Generated<string>
  dossier_id: string
  principal: string
  because: string
}

interface RewordingTable {
  tenant_id: Generated<string>
  id: string
  dossier_id: string
  field: string
  before: string
  after: string
  at: Generated<Temporal.Instant>
}

declare module '#kernel/db' {
  interface Tables {
    'commons.dossier': DossierTable
    'commons.external_id': ExternalIdTable
    'commons.lent_reader': LentReaderTable
    'commons.rewording': RewordingTable
  }
}
