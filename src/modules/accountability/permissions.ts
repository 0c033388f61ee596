import { type Policy, role, signedIn } from '#kernel/access'
import { directorGeneral } from '#commons/directory'
import { coordinator } from '#modules/strategy'

export const permissions = {
  /** Whoever sees the plan. */
  read: signedIn,
  /** Freezing versions, sending them to the council, opening the next plan. */
  run: role(coordinator, directorGeneral),
  /** The public page of a plan. */
  publish: role(coordinator, directorGeneral),
} satisfies Record<string, Policy>
