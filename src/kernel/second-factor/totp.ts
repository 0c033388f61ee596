import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { seal, unseal } from '#kernel/secrets'
import { tenant } from '#kernel/tenancy'
import { base32 } from './base32.ts'
import { stepOf } from './code.ts'
import { forgetRecoveryCodes, useRecoveryCode } from './recovery.ts'
import './tables.ts'

/** Where the secrets are that telephones and we have in common. */
export const totpSecret = { table: 'kernel.totp', column: 'secret' }

/** What is shown to somebody who sets up the codes of their telephone. */
export interface Enrolment {
  /** As it is typed by hand, in groups of four. */
  secret: string
  /** What the picture says to an application: `otpauth://…`. */
  uri: string
}

/** Whether an account is asked for a code. */
export async function hasTotp(accountId: string): Promise<boolean> {
  const found = await row(accountId).where('confirmed_at', 'is not', null).executeTakeFirst()
  return found !== undefined
}

const row = (accountId: string) =>
  db().selectFrom('kernel.totp').select(['secret', 'confirmed_at']).where('id', '=', accountId)

/** Begins to set up the codes of a telephone; begun before, it goes on with the same secret. */
export async function beginTotp({ id, login }: { id: string; login: string }): Promise<Enrolment> {
  const fresh = randomBytes(20).toString('hex')
  await db()
    .insertInto('kernel.totp')
    .values({ id, secret: await seal(totpSecret, id, fresh) })
    .onConflict((on) => on.doNothing())
    .execute()
  const { secret } = await row(id).where('confirmed_at', 'is', null).executeTakeFirstOrThrow()
  const bytes = Buffer.from(await unseal(totpSecret, id, secret), 'hex')
  const text = base32(bytes)
  const issuer = `Beffroi ${tenant().shortName}`
  const label = encodeURIComponent(`${issuer}:${login}`)
  return {
    secret: text.replaceAll(/(.{4})(?=.)/g, '$1 '),
    uri: `otpauth://totp/${label}?${new URLSearchParams({ secret: text, issuer })}`,
  }
}

/** From now on codes are asked for, where this is one. */
export async function confirmTotp(accountId: string, code: string): Promise<boolean> {
  if (!(await takeCode(accountId, code))) return false
  await db()
    .updateTable('kernel.totp')
    .set({ confirmed_at: Temporal.Now.instant() })
    .where('id', '=', accountId)
    .execute()
  return true
}

/** Whether a code is right now; each is taken once. */
async function takeCode(accountId: string, typed: string): Promise<boolean> {
  const found = await row(accountId).executeTakeFirst()
  if (!found) return false
  const secret = Buffer.from(await unseal(totpSecret, accountId, found.secret), 'hex')
  const step = stepOf(secret, typed.replaceAll(/\s/g, ''), Temporal.Now.instant())
  if (step === undefined) return false
  const taken = await db()
    .updateTable('kernel.totp')
    .set({ last_step: String(step) })
    .where('id', '=', accountId)
    .where(sql<boolean>`last_step < ${step}`)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

/** Which of them it was. */
export type SecondWay = 'totp' | 'recovery'

/** Whether this is a code of the telephone, or one that was kept for when it is lost; both are taken once. */
export async function takeSecond(accountId: string, typed: string): Promise<SecondWay | undefined> {
  if (await takeCode(accountId, typed)) return 'totp'
  return (await useRecoveryCode(accountId, typed)) ? 'recovery' : undefined
}

/** Nothing is asked for any more, and the codes that were kept are worth nothing. Whether there was something. */
export async function removeTotp(accountId: string): Promise<boolean> {
  await forgetRecoveryCodes(accountId)
  const gone = await db()
    .deleteFrom('kernel.totp')
    .where('id', '=', accountId)
    .returning('confirmed_at')
    .executeTakeFirst()
  return Boolean(gone?.confirmed_at)
}
