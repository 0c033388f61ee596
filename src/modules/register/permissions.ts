import { type Policy, role, signedIn } from '#kernel/access'
import { administrator, directorGeneral } from '#commons/directory'
import { secretariat } from '#modules/deliberations'

export const permissions = {
  /** Each entry is for those who may read its point. */
  read: signedIn,
  make: role(secretariat),
  verify: role(secretariat, directorGeneral, administrator),
} satisfies Record<string, Policy>
