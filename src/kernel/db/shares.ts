import { NoTurn } from './limits.ts'

interface Waiting {
  go(): void
  readonly since: number
}

/** In milliseconds: for so long after somebody came in who brings no crowd, nobody of a crowd comes in after them. */
const patience = 25
/** In milliseconds: whoever has waited for this long is held back for nobody. */
const mostHeld = 250

/** How much of something at most is given out at once: in all, and to one authority. */
export interface Share {
  all: number
  one: number
  /** How many of one authority may wait; more are told at once to come again. */
  waiting: number
  /** How long is waited, in seconds. */
  seconds: number
}

/**
 * Gives out places to authorities in turn: whoever asks for little is not behind whoever asks for much. Those of one
 * authority go in the order in which they came. While somebody is inside whose authority has nobody waiting, those that have
 * a crowd waiting send in nobody more, for some milliseconds: all work stands on one thread.
 */
export class Shares {
  private readonly share: Share
  private inside = 0
  private readonly of = new Map<string, number>()
  /** In the order of the next turns: who has had one goes to the end. */
  private readonly queues = new Map<string, Set<Waiting>>()
  /** When the last of each authority that has somebody inside came in. */
  private readonly entered = new Map<string, number>()
  private later: NodeJS.Timeout | undefined

  constructor(share: Share) {
    this.share = share
  }

  /** Does `work` once there is a place. Throws `NoTurn` where there is none in time. */
  async within<T>(who: string, work: () => Promise<T>): Promise<T> {
    await this.enter(who)
    try {
      return await work()
    } finally {
      this.leave(who)
    }
  }

  /** How many wait for their turn. */
  get waitingCount(): number {
    return this.queues.values().reduce((sum, { size }) => sum + size, 0)
  }

  private async enter(who: string): Promise<void> {
    if (this.hasPlace(who) && !this.queues.has(who)) return this.take(who)
    const queue = this.queues.get(who) ?? new Set()
    if (queue.size >= this.share.waiting) throw new NoTurn('Too many wait already')
    this.queues.set(who, queue)
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiting = { go: resolve, since: performance.now() }
    queue.add(waiting)
    const late = setTimeout(() => {
      this.forget(who, waiting)
      reject(new NoTurn('No turn came in time'))
    }, this.share.seconds * 1000).unref()
    await promise.finally(() => clearTimeout(late))
  }

  private leave(who: string): void {
    this.inside -= 1
    const left = (this.of.get(who) ?? 1) - 1
    if (left > 0) this.of.set(who, left)
    else {
      this.of.delete(who)
      this.entered.delete(who)
    }
    this.next()
  }

  private next(): void {
    while (this.givesOne());
  }

  /** Gives a place to who is next, where there is one; whether there was. */
  private givesOne(): boolean {
    for (const [who, queue] of this.queues) {
      if (!this.hasPlace(who)) continue
      const [first] = queue
      if (!first) continue
      if (this.isHeld(who, first)) {
        // Those before may be done sooner: whoever leaves looks again.
        this.later ??= setTimeout(() => {
          this.later = undefined
          this.next()
        }, patience).unref()
        continue
      }
      this.forget(who, first)
      // Its authority has had a turn: the others come before its next.
      if (queue.size > 0) {
        this.queues.delete(who)
        this.queues.set(who, queue)
      }
      this.take(who)
      first.go()
      return true
    }
    return false
  }

  private forget(who: string, waiting: Waiting): void {
    const queue = this.queues.get(who)
    queue?.delete(waiting)
    if (queue?.size === 0) this.queues.delete(who)
  }

  /** Whether somebody has just come in whose authority brings no crowd. */
  private isHeld(who: string, { since }: Waiting): boolean {
    const now = performance.now()
    if (now - since > mostHeld) return false
    return this.entered
      .entries()
      .some(([other, at]) => other !== who && !this.queues.has(other) && now - at < patience)
  }

  private hasPlace(who: string): boolean {
    return this.inside < this.share.all && (this.of.get(who) ?? 0) < this.share.one
  }

  private take(who: string): void {
    this.inside += 1
    this.of.set(who, (this.of.get(who) ?? 0) + 1)
    this.entered.set(who, performance.now())
  }
}
