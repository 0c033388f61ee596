import { hash } from '@node-rs/argon2'
import { sql } from 'kysely'
import type { ActorId } from '#kernel/access'
import { db } from '#kernel/db'
import './tables.ts'

export interface NewAccount {
  id: string
  login: string
  name: string
  password: string
}

/** Opens an account; the password is kept as argon2id with the parameters OWASP recommends. */
export async function createAccount(fresh: NewAccount): Promise<void> {
  await db()
    .insertInto('kernel.account')
    .values({
      id: fresh.id,
      login: fresh.login.toLowerCase(),
      name: fresh.name,
      password_hash: await hashPassword(fresh.password),
      principals: [`user:${fresh.id}`],
    })
    .execute()
}

/** argon2id, 19 MiB, two passes (the default algorithm of the library). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}

/** Writes what an account bears; its sessions bear it from their next request on. */
export async function setPrincipals(id: string, principals: readonly string[]): Promise<void> {
  await db()
    .updateTable('kernel.account')
    .set({ principals: [...new Set([`user:${id}`, ...principals])].toSorted() })
    .where('id', '=', id)
    .execute()
}

export interface Account {
  id: ActorId
  name: string
  password_hash: string
}

/** The id of the account, and so of the person, who signs in under this name. */
export async function accountIdOf(login: string): Promise<ActorId | undefined> {
  return (await accountOf(login))?.id
}

/** The account of a login, unless it was disabled. */
export async function accountOf(login: string): Promise<Account | undefined> {
  const found = await db()
    .selectFrom('kernel.account')
    .select(['id', 'name', 'password_hash'])
    .where('login', '=', login.trim().toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return found && { ...found, id: found.id as ActorId }
}

/** The ids of all who can sign in to the authority. */
export async function accountIds(): Promise<string[]> {
  const rows = await db().selectFrom('kernel.account').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Whether anybody can sign in to the authority at all. */
export async function accountsExist(): Promise<boolean> {
  const one = await db().selectFrom('kernel.account').select('id').limit(1).executeTakeFirst()
  return one !== undefined
}

/** Those who can sign in and bear any of these principals, with all that they bear. */
export async function accountsBearing(
  principals: readonly string[],
): Promise<{ id: ActorId; bears: readonly string[] }[]> {
  if (principals.length === 0) return []
  const rows = await db()
    .selectFrom('kernel.account')
    .select(['id', 'principals as bears'])
    .where('disabled_at', 'is', null)
    .where(
      sql<boolean>`exists (select from unnest(principals) p where p = any(${[...new Set(principals)]}::text[]))`,
    )
    .orderBy('id')
    .execute()
  return rows.map(({ id, bears }) => ({ id: id as ActorId, bears }))
}
