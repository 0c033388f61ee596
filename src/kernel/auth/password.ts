import { aside } from '#kernel/aside'
import { audit, currentAddress } from '#kernel/audit'
import { actor } from '#kernel/access'
import { db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { folded } from '#kernel/i18n'
import { tenant } from '#kernel/tenancy'
import { type Account, lockedAccount } from './account.ts'
import type { Chosen } from './common.ts'
import { hashPassword, isPassword } from './hash.ts'
import { endSessionsOf, rotateSession, type Session } from './session.ts'
import { atDoor, openedAt, refusedAt } from './tries.ts'

/**
 * The fewest signs of a password that alone lets in, by NIST SP 800-63B, revision 4 (3.1.1.2). A sign is a code point.
 * What it is made of is not asked, and none grows old.
 */
export const leastOfPassword = 15
/** More than anybody types; the standard asks for 64 at least. */
const most = 256

/** Less than this says nothing of whose password it is: « An », « de ». */
const tellingWord = 4

/**
 * Throws `Invalid` where this is no password for this account: too short or long, or made of what everybody knows who
 * wants to guess it.
 */
async function ensureGood(password: string, of: Pick<Account, 'login' | 'name'>): Promise<void> {
  const signs = [...password.normalize('NFC')].length
  if (signs < leastOfPassword)
    throw Invalid.field('password', 'auth.password.short', { least: leastOfPassword, signs })
  if (signs > most) throw Invalid.field('password', 'auth.password.long', { most })
  const said = folded(password)
  const words = knownWords(of)
  const told = words.find((word) => said.includes(word))
  if (told) throw Invalid.field('password', 'auth.password.tells', { word: told })
  const chosen: Chosen = { password, words }
  if (await aside<Chosen, boolean>('kernel/auth/common.ts', 'isCommon', chosen))
    throw Invalid.field('password', 'auth.password.common')
}

/** What is known of whoever signs in: their login and name, and those of the authority and the house. */
function knownWords({ login, name }: Pick<Account, 'login' | 'name'>): string[] {
  const { shortName } = tenant()
  const words = [login, name, shortName, 'beffroi', ...name.split(/[\s’'-]+/)]
  return [...new Set(words.map(folded))].filter((word) => word.length >= tellingWord)
}

/**
 * Gives an account a password. All its sessions end but the one of this token, and the links that would have given it
 * another.
 */
export async function setPassword(account: Account, password: string, but?: string): Promise<void> {
  await ensureGood(password, account)
  await db()
    .updateTable('kernel.account')
    .set({ password_hash: await hashPassword(password), password_at: Temporal.Now.instant() })
    .where('id', '=', account.id)
    .execute()
  await db().deleteFrom('kernel.password_link').where('account_id', '=', account.id).execute()
  await endSessionsOf(account.id, but)
}

export type Changed =
  | { outcome: 'changed'; session: Session | null }
  | { outcome: 'refused' }
  | { outcome: 'too_many'; minutes: number }

/**
 * Changes the password of the one who acts, who says the one that they have. All their sessions end, but the one of
 * `token`, which is another from now on. Throws `Invalid` where the new password is none.
 */
export async function changePassword(old: string, fresh: string, token: string): Promise<Changed> {
  const account = await lockedAccount(actor().id ?? '')
  if (!account) return { outcome: 'refused' }
  const who = [account.id, currentAddress() ?? '']
  const may = await atDoor('own_password', ...who)
  if (!may.open) return { outcome: 'too_many', minutes: may.minutes }
  if (!(await isPassword(old, account.password_hash))) {
    await refusedAt('own_password', ...who)
    await audit('password_refused', account.login)
    return { outcome: 'refused' }
  }
  await openedAt('own_password', ...who)
  await setPassword(account, fresh, token)
  await audit('password_changed', account.login)
  return { outcome: 'changed', session: await rotateSession(token) }
}
