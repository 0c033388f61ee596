import { type Policy, role, signedIn } from '#kernel/access'
import { secretariat } from '#modules/deliberations'
import type { MinutesRecord } from './record.ts'

/** Who sits in the organ, and who notes for them. */
const objects: Policy<MinutesRecord> = (who, record) =>
  role(secretariat)(who) ||
  who.principals.some((one) =>
    record ? one === `organ:${record.organ_id}` : one.startsWith('organ:'),
  )

export const permissions = {
  /** Whoever sees the meeting; each document then has its own readers. */
  read: signedIn,
  make: role(secretariat),
  keep: role(secretariat),
  object: objects,
} satisfies Record<string, Policy>
