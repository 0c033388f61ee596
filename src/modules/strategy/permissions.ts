import { type Policy, role, signedIn } from '#kernel/access'
import { directorGeneral } from '#commons/directory'
import { type Element, mayEdit } from './element.ts'
import { coordinator } from './role.ts'

const coordination = role(coordinator, directorGeneral)

export const permissions = {
  /** Whoever sees the dossier. */
  read: signedIn,
  'element.edit': ((who, one) => signedIn(who) && (!one || mayEdit(one))) satisfies Policy<Element>,
  'element.step': ((who, one) => signedIn(who) && !one?.archived) satisfies Policy<Element>,
  /** Opening plans, their settings, versions and the council. */
  'plan.run': coordination,
} satisfies Record<string, Policy>
