import { type Policy, role } from '#kernel/access'

export const permissions = {
  /** The whole plan in and out, whatever of it one may read. */
  exchange: role('coordinator', 'director_general', 'administrator'),
} satisfies Record<string, Policy>
