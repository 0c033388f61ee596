/** What waits, by whom it is for: everybody in turn, and the things of each in their order. */
export class Turns<Thing> {
  /** In the order of whose turn it is. */
  readonly #waiting = new Map<string, Thing[]>()

  add(whose: string, thing: Thing): void {
    const things = this.#waiting.get(whose)
    if (things) things.push(thing)
    else this.#waiting.set(whose, [thing])
  }

  /** Whose turn it is, of those who may, and with what. */
  next(may: (whose: string) => boolean = () => true): readonly [string, Thing] | undefined {
    for (const [whose, things] of this.#waiting) {
      if (!may(whose)) continue
      const [first, ...others] = things
      this.#waiting.delete(whose)
      if (others.length > 0) this.#waiting.set(whose, others)
      if (first !== undefined) return [whose, first]
    }
    return undefined
  }

  /** Whether it still waited; it does no more. */
  remove(thing: Thing): boolean {
    for (const [whose, things] of this.#waiting) {
      const at = things.indexOf(thing)
      if (at < 0) continue
      things.splice(at, 1)
      if (things.length === 0) this.#waiting.delete(whose)
      return true
    }
    return false
  }
}
