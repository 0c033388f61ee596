/** The order of sources of money in charts: the same wherever they stand, so that each keeps its colour. */
export const byName = (a: { name: string }, b: { name: string }): number =>
  a.name.localeCompare(b.name, 'fr')
