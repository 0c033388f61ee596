import { db } from '#kernel/db'
import './tables.ts'

/** Lets nobody in under an account any more, and ends its sessions at once. Whether it let anybody in before. */
export async function disableAccount(id: string): Promise<boolean> {
  const disabled = await db()
    .updateTable('kernel.account')
    .set({ disabled_at: Temporal.Now.instant() })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  await db().deleteFrom('kernel.session').where('account_id', '=', id).execute()
  await db().deleteFrom('kernel.device').where('account_id', '=', id).execute()
  return disabled !== undefined
}

/** Lets somebody in again. Whether it was disabled. */
export async function enableAccount(id: string): Promise<boolean> {
  const enabled = await db()
    .updateTable('kernel.account')
    .set({ disabled_at: null })
    .where('id', '=', id)
    .where('disabled_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return enabled !== undefined
}

/** Calls an account as its person is called now. */
export async function renameAccount(id: string, name: string): Promise<void> {
  await db().updateTable('kernel.account').set({ name }).where('id', '=', id).execute()
}
