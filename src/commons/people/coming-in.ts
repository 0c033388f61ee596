import { type RawBuilder, sql } from 'kysely'

/**
 * How somebody comes in: not at all (no account), by nothing as yet (never invited), by an invitation that waits or is
 * over, or by what is theirs: a password, a key, a provider.
 */
export const comings = ['none', 'never', 'waiting', 'lapsed', 'in'] as const
export type ComesIn = (typeof comings)[number]

/** The same of a person `d` and their account `a`. */
export const comesIn = (): RawBuilder<ComesIn> => sql<ComesIn>`case
  when a.id is null then 'none'
  when a.password_hash is not null
    or exists (select from kernel.passkey k where k.account_id = a.id)
    or exists (select from kernel.identity_link l where l.account_id = a.id) then 'in'
  when a.invited_at is null then 'never'
  when exists (select from kernel.password_link w where w.account_id = a.id and w.kind = 'invitation'
    and w.expires_at > now()) then 'waiting'
  else 'lapsed' end`
