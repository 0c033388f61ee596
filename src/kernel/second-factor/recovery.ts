import { createHash, randomBytes } from 'node:crypto'
import { db } from '#kernel/db'
import { base32 } from './base32.ts'
import './tables.ts'

/** How many an account has. */
const count = 10

const hashOf = (code: string) => createHash('sha256').update(code).digest()
const bare = (typed: string) => typed.toUpperCase().replaceAll(/[^A-Z2-7]/g, '')

/** Gives an account new codes in the place of all it had; they are shown once, we keep their hashes. */
export async function renewRecoveryCodes(accountId: string): Promise<string[]> {
  await forgetRecoveryCodes(accountId)
  const codes = Array.from({ length: count }, () => base32(randomBytes(10)))
  await db()
    .insertInto('kernel.recovery_code')
    .values(codes.map((code) => ({ account_id: accountId, code_hash: hashOf(code) })))
    .execute()
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-'))
}

/** Uses up a code, however it is spelled. Whether it was one of the account that had not been used. */
export async function useRecoveryCode(accountId: string, typed: string): Promise<boolean> {
  const used = await db()
    .updateTable('kernel.recovery_code')
    .set({ used_at: Temporal.Now.instant() })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(bare(typed)))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return used !== undefined
}

/** How many codes an account has left. */
export async function recoveryCodesLeft(accountId: string): Promise<number> {
  const { left } = await db()
    .selectFrom('kernel.recovery_code')
    .select((e) => e.fn.countAll<string>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(left)
}

export async function forgetRecoveryCodes(accountId: string): Promise<void> {
  await db().deleteFrom('kernel.recovery_code').where('account_id', '=', accountId).execute()
}
