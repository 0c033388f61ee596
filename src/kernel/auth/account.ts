import { sql } from 'kysely'
import type { ActorId } from '#kernel/access'
import { asRows, db } from '#kernel/db'
import { Invalid } from '#kernel/errors'
import { folded, timeZone } from '#kernel/i18n'
import { hashPassword } from './hash.ts'
import './tables.ts'

export interface NewAccount {
  id: string
  login: string
  name: string
  /** Without one they come in by a link that invites them (`sendPasswordLink`), or otherwise. */
  password?: string
  /** It is of nobody of the authority. */
  isOutside?: boolean
}

/**
 * Opens an account. Throws `Invalid` where the login is taken, however it is spelled. Whether the password is
 * a good one is asked where a person chooses it.
 */
export async function createAccount(fresh: NewAccount): Promise<void> {
  const created = await db()
    .insertInto('kernel.account')
    .values({
      id: fresh.id,
      login: fresh.login.toLowerCase(),
      name: fresh.name,
      password_hash: fresh.password === undefined ? null : await hashPassword(fresh.password),
      password_at: fresh.password === undefined ? null : Temporal.Now.instant(),
      principals: [`user:${fresh.id}`],
      is_outside: fresh.isOutside ?? false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!created) throw Invalid.field('login', 'auth.login_taken', { login: fresh.login })
}

/**
 * Opens many accounts without passwords in one statement, each with what it bears by now; that is reckoned anew when its
 * person comes in. Throws `Invalid` where somebody took one of the logins meanwhile.
 */
export async function createAccounts(
  fresh: readonly { id: string; login: string; name: string; principals: readonly string[] }[],
): Promise<void> {
  const rows = fresh.map(({ id, login, name, principals }) => ({
    ...{ id, login: login.toLowerCase(), name },
    principals: [...new Set([`user:${id}`, ...principals])].toSorted(),
  }))
  const { rows: opened } = await sql<{ id: string }>`
    insert into kernel.account (id, login, name, principals)
    select id, login, name, principals
    from jsonb_to_recordset(${asRows(rows)}) as n (id uuid, login text, name text, principals text[])
    on conflict do nothing returning id`.execute(db())
  const made = new Set(opened.map(({ id }) => id))
  const taken = rows.find(({ id }) => !made.has(id))
  if (taken) throw Invalid.field('login', 'auth.login_taken', { login: taken.login })
}

/** Makes others who reckon what an account bears wait. Whether there is one. */
export async function lockAccount(id: string): Promise<boolean> {
  const row = await db()
    .selectFrom('kernel.account')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Writes what an account bears on a day, today unless told; its sessions bear it from their next request on. */
export async function setPrincipals(
  id: string,
  principals: readonly string[],
  day: Temporal.PlainDate = Temporal.Now.plainDateISO(timeZone),
): Promise<void> {
  await db()
    .updateTable('kernel.account')
    .set({
      principals: [...new Set([`user:${id}`, ...principals])].toSorted(),
      principals_on: day,
    })
    .where('id', '=', id)
    .execute()
}

export interface Account {
  id: ActorId
  name: string
  login: string
  password_hash: string | null
  is_outside: boolean
}

/** The id of the account, and so of the person, who signs in under this name. */
export async function accountIdOf(login: string): Promise<ActorId | undefined> {
  return (await accountOf(login))?.id
}

/** The account of a login, unless it was disabled. */
export const accountOf = (login: string): Promise<Account | undefined> =>
  one(accounts().where(sql<boolean>`kernel.name_key(login) = ${folded(login)}`))

/** The account of a person, unless it was disabled. */
export const accountNamed = (id: string): Promise<Account | undefined> =>
  one(accounts().where('id', '=', id))

/** The same, locked: who changes what lets them in goes one after the other. */
export const lockedAccount = (id: string): Promise<Account | undefined> =>
  one(accounts().where('id', '=', id).forUpdate())

/** As many, locked in one order. */
export async function lockedAccounts(ids: readonly string[]): Promise<Account[]> {
  const rows = await accounts()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as ActorId }))
}

const accounts = () =>
  db()
    .selectFrom('kernel.account')
    .select(['id', 'name', 'login', 'password_hash', 'is_outside'])
    .where('disabled_at', 'is', null)

async function one(query: ReturnType<typeof accounts>): Promise<Account | undefined> {
  const found = await query.executeTakeFirst()
  return found && { ...found, id: found.id as ActorId }
}

/** The ids of all of the authority who can sign in. */
export async function accountIds(): Promise<string[]> {
  const rows = await db()
    .selectFrom('kernel.account')
    .select('id')
    .where('is_outside', '=', false)
    .orderBy('id')
    .execute()
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

/** What an account bears. */
export async function bearsOf(id: string): Promise<readonly string[]> {
  const found = await db()
    .selectFrom('kernel.account')
    .select('principals')
    .where('id', '=', id)
    .executeTakeFirst()
  return found?.principals ?? []
}

/**
 * Erases an account with all that lets its person in: passwords, keys, devices, sessions, links with providers. Where they
 * have a hat from outside still, it stays.
 */
export async function forgetAccount(id: string): Promise<void> {
  await sql`delete from kernel.account a where a.id = ${id}
    and not exists (select from kernel.hat h where h.account_id = a.id)`.execute(db())
}
