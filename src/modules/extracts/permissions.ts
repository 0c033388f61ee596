import { type Policy, role, signedIn } from '#kernel/access'
import { administrator } from '#commons/directory'
import { secretariat } from '#modules/deliberations'

export const permissions = {
  /** Each extract is for those who may read all of its points. */
  read: signedIn,
  issue: role(secretariat),
  delegate: role(secretariat, administrator),
} satisfies Record<string, Policy>
