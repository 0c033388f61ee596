import { setTimeout as delay } from 'node:timers/promises'

/**
 * How fast something is taken from each authority: what one sends in great number waits on its way here, and leaves
 * time to the others. Who sends slowly holds up nobody.
 */
export class Pace {
  private readonly perMs: number
  private readonly aheadMs: number
  /** When what was taken from an authority is worked off. */
  private readonly done = new Map<string, number>()

  /** Bytes in a second, and so many seconds of them at once. */
  constructor(perSecond: number, ahead: number) {
    this.perMs = perSecond / 1000
    this.aheadMs = ahead * 1000
  }

  /** Comes back when so many bytes of an authority may be taken. */
  async take(who: string, bytes: number): Promise<void> {
    const now = performance.now()
    const done = Math.max(this.done.get(who) ?? 0, now) + bytes / this.perMs
    this.done.set(who, done)
    const early = done - now - this.aheadMs
    if (early > 0) await delay(early)
  }
}
