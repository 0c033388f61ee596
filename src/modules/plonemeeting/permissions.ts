import { type Policy, role } from '#kernel/access'
import { secretariat } from '#modules/deliberations'

export const permissions = {
  /** Whoever imports reads the result and runs the meeting. */
  import: role(secretariat),
} satisfies Record<string, Policy>
