/** By these names one object reaches what all objects of the process have in common. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

/** What parts the steps of a path: of a field (`seats.<id>`), of SCIM (`emails[type eq "work"].value`, a URN). */
const parting = /[.:[\]()"'\s]/

/**
 * Whether a name or a path from outside steps through what all objects have in common: written there, it would change
 * every object of the process, for every authority.
 */
export const reachesPrototype = (name: string): boolean =>
  name.split(parting).some((step) => forbidden.has(step.toLowerCase()))

/** The first such name in what came from outside, at any depth. */
export function prototypeNamed(value: unknown): string | undefined {
  // Not by calls in calls: whoever parsed it may have let it be deep.
  const left: unknown[] = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one !== 'object' || one === null) continue
    if (Array.isArray(one)) {
      for (const item of one) left.push(item)
      continue
    }
    for (const name of Object.keys(one)) {
      if (reachesPrototype(name)) return name
      left.push(Reflect.get(one, name))
    }
  }
  return undefined
}
