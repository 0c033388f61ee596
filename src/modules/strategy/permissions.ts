import { type Policy, role, signedIn } from '#kernel/access'
import { Conflict, ensure } from '#kernel/errors'
import { type Element, mayEdit } from './element.ts'

const coordination = role('coordinator', 'director_general')

/** In an archived plan nobody changes anything: who tries is told why, not that it is for others. */
function isOpen({ archived }: Element): true {
  ensure(!archived, Conflict, 'strategy.plan.archived')
  return true
}

export const permissions = {
  /** Whoever sees the dossier. */
  read: signedIn,
  'element.edit': ((who, one) =>
    signedIn(who) && (!one || (isOpen(one) && mayEdit(one)))) satisfies Policy<Element>,
  'element.step': ((who, one) => signedIn(who) && (!one || isOpen(one))) satisfies Policy<Element>,
  /** Opening plans, their settings, versions and the council. */
  'plan.run': coordination,
} satisfies Record<string, Policy>
