import { setTimeout as delay } from 'node:timers/promises'
import type { PostgresNode } from './node.ts'

/** Who is not heard of for so long is gone, in milliseconds; how often one looks. */
const silence = 3000
const glance = 300

/**
 * The third voice, which holds no data: it says who may write, and for how long. Two of three voices make a primary: its
 * own and this one.
 */
export class Witness {
  private holder: string | undefined
  private until = 0

  /** Gives the right to write to `name`, or prolongs it, unless somebody else has it still. */
  grant(name: string): boolean {
    const now = performance.now()
    if (this.holder !== name && now < this.until) return false
    this.holder = name
    this.until = now + silence
    return true
  }
}

/** Watches over a primary: without a second voice (witness or standby) it stops by itself, so that two never write. */
export async function keepPrimary(
  node: PostgresNode,
  witness: Witness,
  over: AbortSignal,
): Promise<void> {
  let heard = performance.now()
  while (!over.aborted) {
    // One that is gone asks for nothing any more.
    if (!(await node.asks('select 1'))) return
    if (witness.grant(node.name) || (await follows(node))) heard = performance.now()
    if (performance.now() - heard > silence) {
      await node.stop()
      return
    }
    await delay(glance)
  }
}

const follows = async (node: PostgresNode): Promise<boolean> =>
  ((await node.asks("select from pg_stat_replication where state = 'streaming'"))?.length ?? 0) > 0

/** Watches a primary from its standby, and takes over once it is silent and the witness agrees. Comes back then. */
export async function takeOver(
  standby: PostgresNode,
  primary: PostgresNode,
  witness: Witness,
): Promise<void> {
  let heard = performance.now()
  for (;;) {
    if (await primary.asks('select 1')) heard = performance.now()
    else if (performance.now() - heard > silence && witness.grant(standby.name)) break
    await delay(glance)
  }
  await standby.asks("alter system set synchronous_standby_names = ''")
  await standby.asks('select pg_reload_conf()')
  await standby.asks('select pg_promote(true, 10)')
}
