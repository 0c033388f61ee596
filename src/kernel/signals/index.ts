import { notifyAtCommit } from '#kernel/db'
import { channel } from './hub.ts'

export { endStreams, Hub, hubOf } from './hub.ts'

/**
 * Once the open transaction is committed, tells whoever follows one of these, on every server of the house, that something
 * of it changed. It says no more than that, and no other than an id nobody could guess: who is told asks again, and may be
 * refused. Nothing is told where the transaction is undone.
 */
export async function signal(topics: readonly string[]): Promise<void> {
  notifyAtCommit(channel, topics)
}
