import type { Item } from '#modules/deliberations'

const adopted: readonly string[] = ['accepted', 'accepted_modified', 'treated']

/** Whether a text may come of a point: it was adopted in public, neither rejected nor of a closed session. */
export const mayComeOf = ({ state, privacy }: Pick<Item, 'state' | 'privacy'>): boolean =>
  adopted.includes(state) && privacy === 'public'
