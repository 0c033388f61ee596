import { type Liquid, type Template, toValueSync } from 'liquidjs'
import type { Mergeable, Mergeables } from '#commons/documents'

type Segments = readonly unknown[]

/** A name with what is asked of it: `points[0].title` is `points`, `0`, `title`. */
interface Asked {
  segments: Segments
  toString: () => string
}

/** What a name leads to: something that may be told, a property that every list has, or nothing. */
function leadsTo(known: Mergeables, [name, ...rest]: Segments): Mergeable | 'any' | null {
  const found = typeof name === 'string' ? known[name] : undefined
  if (!found || rest.length === 0) return found ?? null
  const [next, ...others] = rest
  if (found.sort === 'list') {
    if (next === 'size') return others.length === 0 ? 'any' : null
    const one = typeof next === 'number' || next === 'first' || next === 'last'
    if (!one) return null
    return others.length === 0 ? { ...found, sort: 'group' } : leadsTo(found.of, others)
  }
  if (found.sort === 'group') return leadsTo(found.of, rest)
  return null
}

interface Loop extends Template {
  variable: string
  collection: unknown
}

const isLoop = (one: Template): one is Loop =>
  'variable' in one && 'collection' in one && typeof one.variable === 'string'

/** All that stands in a template, in its parts too, each of them once however often it is taken in. */
function everyNode(nodes: readonly Template[], taken = new Set<string>()): Template[] {
  return nodes.flatMap((one) => {
    const part = one.partialScope?.()?.name
    if (part !== undefined && taken.has(part)) return [one]
    if (part !== undefined) taken.add(part)
    return [one, ...everyNode(childrenOf(one), taken)]
  })
}

/** What a tag holds, with what stands in the parts that it takes in. */
const childrenOf = (one: Template): Template[] =>
  one.children ? toValueSync(one.children(true, true)) : []

/** The path of what a loop goes through: `points` or `meeting.points`. */
function pathOf(token: unknown): Segments {
  if (typeof token !== 'object' || token === null) return []
  if ('initial' in token) return pathOf(token.initial)
  if ('postfix' in token && Array.isArray(token.postfix)) return pathOf(token.postfix[0])
  return 'props' in token && Array.isArray(token.props) ? token.props.map(contentOf) : []
}

const contentOf = (token: unknown): unknown =>
  typeof token === 'object' && token !== null && 'content' in token ? token.content : token

/** Names of the engine’s own, besides those of loops. */
const ownNames = new Set(['forloop', 'tablerowloop', 'block'])

/**
 * The names in a template that stand for nothing. A loop’s own name stands for what its list holds; one that a template
 * gives itself (`assign`, `capture`) for anything.
 */
export function unknownIn(engine: Liquid, nodes: Template[], known: Mergeables): string[] {
  const { variables, locals } = engine.analyzeSync(nodes)
  const loops = new Map<string, Mergeables | 'any'>()
  for (const one of everyNode(nodes).filter(isLoop)) {
    const path = pathOf(one.collection)
    const [root] = path
    const within = typeof root === 'string' ? loops.get(root) : undefined
    const list = within
      ? within === 'any' ||
        leadsTo({ it: { label: 'stationery.part', sort: 'group', of: within } }, [
          'it',
          ...path.slice(1),
        ])
      : leadsTo(known, path)
    const of = typeof list === 'object' && list !== null && 'of' in list ? list.of : 'any'
    loops.set(one.variable, merge(loops.get(one.variable), of))
  }
  const isKnown = ({ segments }: Asked) => {
    const [name, ...rest] = segments
    if (typeof name !== 'string' || ownNames.has(name) || name in locals) return true
    const loop = loops.get(name)
    if (loop === 'any') return true
    if (loop && rest.length === 0) return true
    if (loop) return leadsTo(loop, rest) !== null
    return leadsTo(known, segments) !== null
  }
  const asked = Object.values(variables).flat()
  return [...new Set(asked.filter((one) => !isKnown(one)).map(String))]
}

const merge = (one: Mergeables | 'any' | undefined, other: Mergeables | 'any') =>
  one === 'any' || other === 'any' ? 'any' : { ...one, ...other }
