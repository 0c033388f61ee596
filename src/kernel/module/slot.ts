import { isOn } from './standing.ts'

/** A place that a lower floor offers and that modules fill: navigation, kinds of dossiers, tabs… */
export interface Slot<T> {
  readonly name: string
  /** What the modules that the current authority has on put there, in the order of their needs. */
  all(): readonly T[]
  /** What any module of this house put there: to assemble, to check, and where no authority is set. */
  every(): readonly T[]
}

/** A value for a slot, as a manifest lists it. */
export interface Filling {
  readonly into: Slot<unknown>
  readonly values: readonly unknown[]
  /** Puts it there for the module of this name; without one, for every authority. */
  place(module?: string): void
}

interface Placed {
  readonly value: unknown
  readonly module: string | undefined
}

const places = new WeakMap<object, (one: Placed) => void>()
/** Each takes out of one place what no module put there. */
const leaving: (() => void)[] = []

/** Takes out of all places what no module of the house put there: what a test puts there goes with the test. */
export function vacate(): void {
  for (const leave of leaving) leave()
}

/** Opens a place under a name. `placing` hears of each value that is put there, when the house is assembled. */
export function slot<T>(name: string, placing?: (value: T) => void): Slot<T> {
  let placed: readonly { value: T; module: string | undefined }[] = []
  const place: Slot<T> = {
    name,
    all: () => placed.filter(({ module }) => !module || isOn(module)).map(({ value }) => value),
    every: () => placed.map(({ value }) => value),
  }
  places.set(place, ({ value, module }) => {
    const ours = value as T // `fill` gives a place what it is for.
    placed = [...placed, { value: ours, module }]
    placing?.(ours)
  })
  leaving.push(() => {
    placed = placed.filter(({ module }) => module !== undefined)
  })
  return place
}

/** Puts values into a place once the house is assembled. */
export function fill<T>(place: Slot<T>, ...values: T[]): Filling {
  return {
    into: place,
    values,
    place: (module) => {
      for (const value of values) places.get(place)?.({ value, module })
    },
  }
}
