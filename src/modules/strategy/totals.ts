import { type Amounts, added } from '#commons/budgets'
import { apportion } from './weights.ts'

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
      if (counted.includes(child.state))
        for (const [key, cents] of shareOf(child, total, node.id))
          sum.set(key, (sum.get(key) ?? 0) + cents)
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
