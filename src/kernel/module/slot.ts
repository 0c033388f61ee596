/** A place that a lower floor offers and that modules fill: navigation, kinds of dossiers, tabs… */
export interface Slot<T> {
  readonly name: string
  /** What the modules of this house put there, in the order of their needs. */
  all(): readonly T[]
}

/** A value for a slot, as a manifest lists it. */
export interface Filling {
  readonly slot: string
  place(): void
}

const places = new WeakMap<object, unknown[]>()

/** Opens a place under a name. */
export function slot<T>(name: string): Slot<T> {
  const values: T[] = []
  const place: Slot<T> = { name, all: () => values }
  places.set(place, values)
  return place
}

/** Puts values into a place once the house is assembled. */
export function fill<T>(place: Slot<T>, ...values: T[]): Filling {
  return { slot: place.name, place: () => places.get(place)?.push(...values) }
}
