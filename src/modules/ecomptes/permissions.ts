import { type Policy, role } from '#kernel/access'
import { administrator, directorGeneral } from '#commons/directory'
import { coordinator } from '#modules/strategy'

export const permissions = {
  /** The whole plan in and out, whatever of it one may read. */
  exchange: role(coordinator, directorGeneral, administrator),
} satisfies Record<string, Policy>
