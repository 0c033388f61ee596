import { sql } from 'kysely'
import { actor } from '#kernel/access'
import { audit } from '#kernel/audit'
import { originInLetters } from '#kernel/auth'
import { db } from '#kernel/db'
import { formatDateTime, t } from '#kernel/i18n'
import { mailAddress, send } from '#kernel/mail'
import { tenant } from '#kernel/tenancy'
import { ensureMayAddress } from './rights.ts'
import './tables.ts'

/** The address of electronic mail of each of these persons, where they gave one. */
export async function emailsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db()
    .selectFrom('commons.person')
    .select(['id', 'email'])
    .where('id', 'in', [...ids])
    .where('email', '<>', '')
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email]))
}

/** Keeps where a person is written to; empty: nowhere. The address that they had is told. */
export async function keepEmail(id: string, email: string): Promise<void> {
  await tellingOldAddresses([id], async () => {
    await db().updateTable('commons.person').set({ email }).where('id', '=', id).execute()
  })
}

/**
 * Does what may change the addresses of these persons. Links that let in go to an address, so each old one is told that it
 * is none any more, and who did that; it is audited. Throws `ProofNeeded` where one changes.
 */
export async function tellingOldAddresses(
  ids: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const before = await lockedAddresses(ids)
  await work()
  const after = await emailsOf(ids)
  for (const { id, name, email } of before) {
    const now = after.get(id) ?? ''
    if (now === email) continue
    await ensureMayAddress(id)
    await audit('email_changed', `${name} ${id}`)
    if (mailAddress(email) && email.toLowerCase() !== now.toLowerCase())
      await tellOld({ name, email })
  }
}

async function lockedAddresses(
  ids: readonly string[],
): Promise<{ id: string; name: string; email: string }[]> {
  if (ids.length === 0) return []
  return db()
    .selectFrom('commons.person')
    .select(['id', 'email', sql<string>`first_name || ' ' || last_name`.as('name')])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function tellOld({ name, email }: { name: string; email: string }): Promise<void> {
  const authority = tenant().shortName
  await send({
    to: { address: email, name },
    subject: t('directory.letter.email.subject', { authority }),
    text: t('directory.letter.email.text', {
      ...{ name, authority, by: actor().name || tenant().name },
      at: formatDateTime(Temporal.Now.instant(), 'long'),
      href: `${await originInLetters()}/security`,
    }),
  })
}

/** Who is written to at this address: several may be. */
export async function peopleAt(address: string): Promise<string[]> {
  const rows = await db()
    .selectFrom('commons.person')
    .select('id')
    .where(sql<boolean>`lower(email) = ${address.trim().toLowerCase()}`)
    .where('email', '<>', '')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
