import { type Policy, role, signedIn } from '#kernel/access'

export const permissions = {
  /** Whoever sees the plan. */
  read: signedIn,
  /** Freezing versions, sending them to the council, opening the next plan. */
  run: role('coordinator', 'director_general'),
  /** The public page of a plan. */
  publish: role('coordinator', 'director_general'),
} satisfies Record<string, Policy>
