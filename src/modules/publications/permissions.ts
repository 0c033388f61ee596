import { type Policy, role, signedIn } from '#kernel/access'
import { administrator, directorGeneral } from '#commons/directory'
import { secretariat } from '#modules/deliberations'

/** Who publishes what of a meeting leaves. */
export const whoPublishes = [secretariat, directorGeneral] as const

const keeps = role(administrator, secretariat)

export const permissions = {
  read: signedIn,
  ...{ write: keeps, edit: keeps, step: keeps },
  /** What leaves of a meeting, and what of it is withdrawn. */
  publish: role(...whoPublishes),
  /** What of the words of a point is masked. */
  review: role(...whoPublishes),
} satisfies Record<string, Policy>
