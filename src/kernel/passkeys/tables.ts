import type { Generated } from 'kysely'

declare module '#kernel/db' {
  interface Tables {
    'kernel.passkey': {
      tenant_id: Generated<string>
      id: Generated<string>
      account_id: string
      credential: string
      public_key: Buffer
      counter: string
      transports: string[]
      host: string
      called: string
      created_at: Generated<Temporal.Instant>
      used_at: Generated<Temporal.Instant | null>
    }
    'kernel.passkey_challenge': {
      tenant_id: Generated<string>
      challenge_hash: Buffer
      account_id: string | null
      expires_at: Temporal.Instant
    }
  }
}
