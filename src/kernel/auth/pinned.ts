import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import './tables.ts'

/** Pins a trade for the one who acts, after those pinned before; pinned already, it stays where it is. */
export async function pin(trade: string): Promise<void> {
  await setPinned(
    sql<string[]>`case when ${trade} = any(pinned) then pinned else pinned || ${trade}::text end`,
  )
}

/** Lets a trade go back to its group. */
export async function unpin(trade: string): Promise<void> {
  await setPinned(sql<string[]>`array_remove(pinned, ${trade})`)
}

async function setPinned(pinned: ReturnType<typeof sql<string[]>>): Promise<void> {
  await db().updateTable('kernel.account').set({ pinned }).where('id', '=', actor().id).execute()
}
