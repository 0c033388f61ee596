/** How an authority stands: open, or the strictest of what keeps it from working. */
export const standings = [
  'open',
  'incomplete',
  'read_only',
  'maintenance',
  'suspended',
  'deleting',
] as const
export type AuthorityStanding = (typeof standings)[number]
