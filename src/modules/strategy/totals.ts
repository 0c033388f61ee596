import { apportion } from './weights.ts'

/** Cents by year and source; the key is `amountKey`. */
export type Amounts = ReadonlyMap<string, number>

export const amountKey = (year: number, sourceId: string): string => `${year} ${sourceId}`

/** The year and the source of a key. */
export function amountOf(key: string): { year: number; sourceId: string } {
  const [year = '', sourceId = ''] = key.split(' ')
  return { year: Number(year), sourceId }
}

/** An element as the roll-up sees it. `places` are all its places, whoever reads them. */
export interface Costed {
  readonly id: string
  readonly state: string
  readonly own: Amounts
  readonly children: readonly Costed[]
  readonly places: readonly { readonly parent_id: string; readonly weight: number }[]
}

/**
 * What counts in each element from those below it (globalisation): the total of a child goes to its
 * parents by the weights of its places, to the cent, and only from the states that count. So the
 * amounts of a plan never count twice, wherever its elements are mirrored.
 */
export function rollUp(roots: readonly Costed[], counted: readonly string[]): Map<string, Amounts> {
  const below = new Map<string, Amounts>()
  const visit = (node: Costed): Amounts => {
    const known = below.get(node.id)
    if (known) return known
    const sum = new Map<string, number>()
    for (const child of node.children) {
      const total = added(child.own, visit(child))
      if (counted.includes(child.state)) addInto(sum, shareOf(child, total, node.id))
    }
    below.set(node.id, sum)
    return sum
  }
  for (const root of roots) visit(root)
  return below
}

/** The share of an element's amounts that falls to one of its places. */
export function shareOf({ places }: Costed, amounts: Amounts, parentId: string): Amounts {
  const at = places.findIndex(({ parent_id }) => parent_id === parentId)
  if (places.length === 1) return at === 0 ? amounts : new Map()
  const weights = places.map(({ weight }) => weight)
  return new Map([...amounts].map(([key, cents]) => [key, apportion(cents, weights)[at] ?? 0]))
}

/** Two sets of amounts as one. */
export function added(one: Amounts, other: Amounts): Amounts {
  if (one.size === 0) return other
  if (other.size === 0) return one
  const sum = new Map(one)
  addInto(sum, other)
  return sum
}

function addInto(sum: Map<string, number>, amounts: Amounts): void {
  for (const [key, cents] of amounts) sum.set(key, (sum.get(key) ?? 0) + cents)
}

/** All of these amounts, in cents. */
export const sumOf = (amounts: Amounts): number =>
  [...amounts.values()].reduce((sum, cents) => sum + cents, 0)

/** The same, by the year or by the source of each. */
export function sumsBy(amounts: Amounts, what: 'year' | 'sourceId'): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [key, cents] of amounts) {
    const group = String(amountOf(key)[what])
    sums.set(group, (sums.get(group) ?? 0) + cents)
  }
  return sums
}
