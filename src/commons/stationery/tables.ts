import type { Generated } from 'kysely'
import type { TemplateColumns } from './fields.tsx'

/** A text of a template that was in use. */
export interface VersionTable {
  tenant_id: Generated<string>
  template_id: string
  version: number
  written_by: string
  written_at: Generated<Temporal.Instant>
  title: string
  document_title: string
  head: string
  foot: string
  body: string
}

declare module '#kernel/db' {
  interface Tables {
    'commons.template': TemplateColumns & { tenant_id: Generated<string>; id: string }
    'commons.template_version': VersionTable
  }
}
