import { type Policy, role, signedIn } from '#kernel/access'
import { type Element, mayEdit } from './element.ts'

const coordination = role('coordinator', 'director_general')

export const permissions = {
  /** Whoever sees the dossier. */
  read: signedIn,
  'element.edit': ((who, one) => signedIn(who) && (!one || mayEdit(one))) satisfies Policy<Element>,
  'element.step': ((who, one) => signedIn(who) && !one?.archived) satisfies Policy<Element>,
  /** Opening plans, their settings, versions and the council. */
  'plan.run': coordination,
} satisfies Record<string, Policy>
