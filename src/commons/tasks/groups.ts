import type { TradeGroup } from '#kernel/pages'

/** The themes under which the trades stand in the rail, in their order. A trade says which is its own. */
export const groups = {
  /** What organs decide, and what follows: meetings, publication, contracts. */
  decide: { label: 'tasks.group.decide' },
  /** What citizens ask and receive: mail, counter, childcare. */
  citizens: { label: 'tasks.group.citizens' },
  /** Land, streets, works. */
  territory: { label: 'tasks.group.territory' },
  /** Plans, people, means: how the authority governs itself. */
  steer: { label: 'tasks.group.steer' },
} as const satisfies Record<string, TradeGroup>
