import type { Generated } from 'kysely'
import type { Assurance, Hat } from '#kernel/access'

interface AccountTable {
  tenant_id: Generated<string>
  id: string
  login: string
  name: string
  password_hash: string | null
  password_at: Generated<Temporal.Instant | null>
  principals: string[]
  /** The day for which they were reckoned. */
  principals_on: Generated<Temporal.PlainDate | null>
  pinned: Generated<string[]>
  disabled_at: Temporal.Instant | null
  /** When they were last sent a link by which they come in for the first time. */
  invited_at: Generated<Temporal.Instant | null>
  is_outside: Generated<boolean>
}

interface SessionTable {
  tenant_id: Generated<string>
  token_hash: Buffer
  account_id: string
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
  seen_at: Generated<Temporal.Instant>
  id: Generated<string>
  address: string | null
  agent: string
  idle_minutes: number
  proven_at: Generated<Temporal.Instant>
  awaits: Generated<Awaiting | null>
  sees_as: Generated<string | null>
  sees_until: Generated<Temporal.Instant | null>
  hat: Generated<string | null>
  only_outside: Generated<boolean>
  assurance: Generated<Assurance | null>
}

interface HatTable {
  tenant_id: Generated<string>
  account_id: string
  key: Hat['key']
  called: string
  valid_to: Temporal.PlainDate | null
}

/** What a session that is half open waits for: a second factor, or that one is set up. */
export type Awaiting = 'second' | 'enrolment'

interface DeviceTable {
  tenant_id: Generated<string>
  token_hash: Buffer
  account_id: string
  used_at: Generated<Temporal.Instant>
  refused: Generated<number>
  refused_at: Temporal.Instant | null
}

interface PasswordLinkTable {
  tenant_id: Generated<string>
  token_hash: Buffer
  account_id: string
  kind: LinkKind
  asked_by: string | null
  created_at: Generated<Temporal.Instant>
  expires_at: Temporal.Instant
}

/** Why somebody gives themselves a password. */
export type LinkKind = 'invitation' | 'reset'

interface TriedTable {
  tenant_id: Generated<string>
  door: string
  who: Buffer
  times: Generated<number>
  at: Generated<Temporal.Instant>
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.account': AccountTable
    'kernel.session': SessionTable
    'kernel.hat': HatTable
    'kernel.device': DeviceTable
    'kernel.password_link': PasswordLinkTable
    'kernel.tried': TriedTable
  }
}
