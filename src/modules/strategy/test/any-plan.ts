import fc from 'fast-check'
import { type Amounts, added, amountKey } from '#commons/budgets'
import { whole } from '../weights.ts'

export const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)

/** Any amount that the house takes. */
export const cents = fc.integer({ min: -1e14, max: 1e14 })

/** An element as every engine sees it. */
export interface Node {
  id: string
  state: string
  effort: number
  progress: number | null
  due_on: Temporal.PlainDate | null
  planned_begin: null
  effective_begin: null
  own: Amounts
  children: Node[]
  parents: Node[]
  places: { parent_id: string; weight: number }[]
}

export const states = ['created', 'ongoing', 'terminated', 'abandoned', 'in_progress']
export const origin = Temporal.PlainDate.from('2025-01-01')

/** Plans of any shape: each element stands below one to three of those before it. */
export const plans = fc
  .array(
    fc.record({
      above: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      seed: fc.array(fc.integer({ min: 0, max: whole }), { minLength: 2, maxLength: 2 }),
      state: fc.constantFrom(...states),
      effort: fc.integer({ min: 0, max: 100 }),
      progress: fc.option(fc.integer({ min: 0, max: 100 })),
      day: fc.option(fc.integer({ min: 0, max: 30 })),
      own: fc.array(
        fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 2025, max: 2027 }), cents),
        {
          maxLength: 3,
        },
      ),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((sketches) => {
    const root = bare('root', 'ongoing')
    const nodes = [root]
    for (const [at, { above, seed, day, own, ...rest }] of sketches.entries()) {
      const node = { ...bare(String(at), rest.state), ...rest }
      node.due_on = day === null ? null : origin.add({ days: day })
      node.own = own.reduce<Amounts>(
        (sum, [source, year, amount]) => added(sum, new Map([[amountKey(year, source), amount]])),
        new Map(),
      )
      const parents = [...new Set(above.map((one) => nodes[one % nodes.length] ?? root))]
      const cuts = [0, ...seed.slice(0, parents.length - 1).toSorted((a, b) => a - b), whole]
      for (const [index, parent] of parents.entries()) {
        const weight = (cuts[index + 1] ?? whole) - (cuts[index] ?? 0)
        node.places.push({ parent_id: parent.id, weight })
        node.parents.push(parent)
        parent.children.push(node)
      }
      nodes.push(node)
    }
    return { root, nodes }
  })

/** An element alone. */
export function bare(id: string, state: string): Node {
  return {
    ...{ id, state, effort: 1, progress: null, due_on: null, planned_begin: null },
    ...{ effective_begin: null, own: new Map(), children: [], parents: [], places: [] },
  }
}

/** The elements below one, or above it, each once. */
export function around(node: Node, way: 'children' | 'parents'): Node[] {
  const found = new Set<Node>()
  const visit = (one: Node) =>
    one[way].forEach((next) => {
      if (found.has(next)) return
      found.add(next)
      visit(next)
    })
  visit(node)
  return [...found]
}
