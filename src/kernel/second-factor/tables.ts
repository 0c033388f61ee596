import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'kernel.totp': {
      tenant_id: Generated<string>
      id: string
      secret: Buffer
      begun_at: Generated<Temporal.Instant>
      confirmed_at: Generated<Temporal.Instant | null>
      last_step: Generated<string>
    }
    'kernel.recovery_code': {
      tenant_id: Generated<string>
      code_hash: Buffer
      account_id: string
      used_at: Generated<Temporal.Instant | null>
    }
  }
}
