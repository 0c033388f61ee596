import { Unavailable } from '#kernel/errors'
import { authorityKey } from '#kernel/tenancy'
import { type Given, Helper } from './helper.ts'
import { Turns } from './turns.ts'
import type { Task } from './worker.ts'

/** How many processes one place has, at most: the next one begins where another authority waits. */
const mostHelpers = 3
/** How long work waits for its turn before who wants it is told to come again, in milliseconds. */
const longestWait = 15_000

/**
 * Processes beside the one that answers, in which one work after the other is done. Authorities take turns, and have
 * one process each at most: a file of one that takes all its time holds up no other.
 */
export class Place {
  readonly #turns = new Turns<Given>()
  readonly #helpers: Helper[] = []
  /** Whose work is being done, and where. */
  readonly #working = new Map<string, Helper>()
  readonly #wait: number

  constructor(wait = longestWait) {
    this.#wait = wait
  }

  /** Throws `TooMuch` where it takes longer than `most` milliseconds or too much memory, `Unavailable` where it waits too long. */
  async run(task: Task, most: number): Promise<unknown> {
    const given: Given = { task, most, done: Promise.withResolvers() }
    this.#turns.add(authorityKey(), given)
    const late = setTimeout(() => {
      if (this.#turns.remove(given)) given.done.reject(new Unavailable('http.busy'))
    }, this.#wait)
    this.#next()
    try {
      return await given.done.promise
    } finally {
      clearTimeout(late)
    }
  }

  #next(): void {
    for (let helper = this.#free(); helper; helper = this.#free()) {
      const next = this.#turns.next((whose) => !this.#working.has(whose))
      if (!next) return
      const [whose, given] = next
      this.#working.set(whose, helper)
      void this.#done(whose, helper, given)
    }
  }

  async #done(whose: string, helper: Helper, given: Given): Promise<void> {
    await helper.does(given)
    this.#working.delete(whose)
    this.#next()
  }

  #free(): Helper | undefined {
    const busy = new Set(this.#working.values())
    const free = this.#helpers.find((helper) => !busy.has(helper))
    if (free || this.#helpers.length >= mostHelpers) return free
    const fresh = new Helper()
    this.#helpers.push(fresh)
    return fresh
  }
}
