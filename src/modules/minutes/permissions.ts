import { type Policy, role, signedIn } from '#kernel/access'
import { secretariat } from '#modules/deliberations'

export const permissions = {
  /** Whoever sees the meeting; each document then has its own readers. */
  read: signedIn,
  make: role(secretariat),
} satisfies Record<string, Policy>
