import { type Policy, role } from '#kernel/access'
import { administrator } from '#commons/directory'
import { secretariat } from '#modules/deliberations'

export const permissions = {
  /** From where the meetings of a source are fetched, and to fetch them: whoever keeps sources. */
  keep: role(administrator, secretariat),
} satisfies Record<string, Policy>
