import type { Generated } from 'kysely'

/** What a program does in a service: heads decide, and a program decides nothing. */
export type ProgramFunction = 'editor' | 'observer'

interface ProgramTable {
  tenant_id: Generated<string>
  id: Generated<string>
  name: string
  purpose: string
  contact: string
  service_id: string
  scopes: string[]
  roles: Generated<string[]>
  services: Generated<string[]>
  function: Generated<ProgramFunction>
  per_minute: Generated<number>
  suspended_at: Temporal.Instant | null
  made_at: Generated<Temporal.Instant>
  made_by_name: string
}

interface ProgramKeyTable {
  tenant_id: Generated<string>
  id: Generated<string>
  program_id: string
  hash: Buffer
  tail: string
  expires_at: Temporal.Instant
  revoked_at: Temporal.Instant | null
  used_at: Temporal.Instant | null
  used_from: string | null
  warned_at: Temporal.Instant | null
  made_at: Generated<Temporal.Instant>
  made_by_name: string
}

interface ProgramTokenTable {
  tenant_id: Generated<string>
  hash: Buffer
  key_id: string
  scopes: string[]
  expires_at: Temporal.Instant
}

declare module '#kernel/db' {
  interface Tables {
    'commons.program': ProgramTable
    'commons.program_key': ProgramKeyTable
    'commons.program_token': ProgramTokenTable
  }
}
