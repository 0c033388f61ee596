import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { read } from '#commons/dossiers'
import { rewrite, items } from '#modules/deliberations'
import type { Motion } from './motion.ts'
import './tables.ts'

/** An amendment is adopted: the decision reads as it proposes from now on, and what it read before is kept. */
export async function carry(item: { id: string }, motion: Motion): Promise<void> {
  const { decision } = await current(item)
  await db()
    .updateTable('votes.motion')
    .set({ replaced: decision })
    .where('id', '=', motion.id)
    .execute()
  await amend(item, motion.proposal)
}

/**
 * The vote that adopted an amendment is taken back: the decision reads as before, where nobody wrote it since. Else it stays as
 * it was written, for whoever wrote it knows why.
 */
export async function restore(item: { id: string }, motion: Motion): Promise<void> {
  if (motion.replaced === null) return
  const { decision } = await current(item)
  if (decision === motion.proposal) await amend(item, motion.replaced)
  await db()
    .updateTable('votes.motion')
    .set({ replaced: null })
    .where('id', '=', motion.id)
    .execute()
}

const current = ({ id }: { id: string }) => actAs(system, () => read(items, id))

const amend = async ({ id }: { id: string }, decision: Motion['proposal']) =>
  rewrite(await read(items, id, { lock: true }), { decision })
