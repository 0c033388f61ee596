import type { Generated } from 'kysely'

interface AccountTable {
  tenant_id: Generated<string>
  id: string
  login: string
  name: string
  password_hash: string
  principals: string[]
  pinned: Generated<string[]>
  disabled_at: Temporal.Instant | null
}

interface SessionTable {
  tenant_id: Generated<string>
  token_hash: Buffer
  account_id: string
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.account': AccountTable
    'kernel.session': SessionTable
  }
}
