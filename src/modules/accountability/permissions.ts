import { type Policy, role } from '#kernel/access'

export const permissions = {
  /** The public page of a plan. */
  publish: role('coordinator', 'director_general'),
} satisfies Record<string, Policy>
