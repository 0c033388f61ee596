import { isProgram, type Policy, role } from '#kernel/access'
import { administrator, directorGeneral } from '#commons/directory'
import { secretariat } from '#modules/deliberations'
import { pusher } from './role.ts'

const keeps = role(administrator, secretariat)

export const permissions = {
  /** What came, and what it stands for here: whoever publishes reads it. */
  read: role(administrator, secretariat, directorGeneral),
  /** Sources, and what their words stand for. */
  ...{ write: keeps, edit: keeps, step: keeps },
  /** A program of a vendor tells a meeting. */
  push: (...asked) => isProgram(asked[0]) && role(pusher)(...asked),
} satisfies Record<string, Policy>
