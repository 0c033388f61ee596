import { type Policy, role, signedIn } from '#kernel/access'
import { administrator, directorGeneral } from '#commons/directory'
import { secretariat } from '#modules/deliberations'

const keeps = role(administrator, secretariat)

export const permissions = {
  read: signedIn,
  ...{ write: keeps, edit: keeps, step: keeps },
  /** What leaves of a meeting, and what of it is withdrawn. */
  publish: role(secretariat, directorGeneral),
  /** What of the words of a point is masked. */
  review: role(secretariat, directorGeneral),
} satisfies Record<string, Policy>
