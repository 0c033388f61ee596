import type { Module } from './manifest.ts'

type Needing = Pick<Module, 'name' | 'floor' | 'needs'> & {
  readonly nature?: Module['nature']
  readonly of?: string
}

/** What is wrong with the needs of these modules: unknown names, floors reached upwards, cycles. */
export function checkNeeds(modules: readonly Needing[]): string[] {
  const byName = new Map(modules.map((one) => [one.name, one]))
  const wrong: string[] = []
  if (byName.size < modules.length) wrong.push('Two modules bear the same name')
  for (const { name, floor, needs } of modules) {
    for (const needed of needs) {
      const other = byName.get(needed)
      if (!other) wrong.push(`${name} needs ${needed}, which is not in the house`)
      else if (floor === 'commons' && other.floor === 'modules')
        wrong.push(`${name} is on the first floor and needs ${needed}, which is above it`)
    }
  }
  const cycle = findCycle(byName)
  if (cycle) wrong.push(`The needs go round: ${cycle.join(' → ')}`)
  return wrong
}

/** Parts that do not need the trade of which they are, and those that are of none. */
export function checkParts(modules: readonly Module[]): string[] {
  return modules.flatMap((one) => {
    if (one.nature !== 'part') return []
    const whole = modules.find(({ name }) => name === one.of)
    if (whole?.nature !== 'trade') return `${one.name} is part of ${one.of}, which is no trade`
    return one.needs.includes(one.of) ? [] : `${one.name} is part of ${one.of} and does not need it`
  })
}

function findCycle(byName: Map<string, Needing>): string[] | undefined {
  const done = new Set<string>()
  const visit = (name: string, path: string[]): string[] | undefined => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return undefined
    for (const needed of byName.get(name)?.needs ?? []) {
      const cycle = visit(needed, [...path, name])
      if (cycle) return cycle
    }
    done.add(name)
    return undefined
  }
  for (const name of byName.keys()) {
    const cycle = visit(name, [])
    if (cycle) return cycle
  }
  return undefined
}

/** The modules so that each comes after those it needs; the order they were given in is nothing. */
export function inOrderOfNeeds<M extends Needing>(modules: readonly M[]): M[] {
  const byName = new Map(modules.map((one) => [one.name, one]))
  const ordered = new Set<M>()
  const place = (one: M) => {
    for (const needed of one.needs) {
      const other = byName.get(needed)
      if (other && !ordered.has(other)) place(other)
    }
    ordered.add(one)
  }
  const names = [...byName.keys()].toSorted()
  for (const name of names) {
    const one = byName.get(name)
    if (one) place(one)
  }
  return [...ordered]
}

/** A module and all that it and its parts need, however far: what has to be there for it, in the order of needs. */
export function broughtBy<M extends Needing>(name: string, modules: readonly M[]): M[] {
  const byName = new Map(modules.map((one) => [one.name, one]))
  const partsOf = Map.groupBy(modules, ({ of }) => of)
  const brought = new Set<string>()
  const bring = (one: string) => {
    if (brought.has(one)) return
    brought.add(one)
    for (const needed of byName.get(one)?.needs ?? []) bring(needed)
    for (const part of partsOf.get(one) ?? []) for (const needed of part.needs) bring(needed)
  }
  bring(name)
  return inOrderOfNeeds(modules.filter((one) => brought.has(one.name)))
}

/** The modules that need this one, however far. */
export function needing<M extends Needing>(name: string, modules: readonly M[]): M[] {
  return modules.filter(
    (one) =>
      one.name !== name && broughtBy(one.name, modules).some((needed) => needed.name === name),
  )
}
