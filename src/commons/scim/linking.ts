import { sql } from 'kysely'
import { audit } from '#kernel/audit'
import { bearsOf } from '#kernel/auth'
import { db } from '#kernel/db'
import { linkProvisioned, type Provider } from '#kernel/single-sign-on'
import { administrator } from '#commons/directory'

/**
 * Somebody is called so by the system of joiners: with providers that call people the same they come in. Who administers
 * the authority links themself: a program opens no way to their account.
 */
export async function linkByName(personId: string, externalId: string): Promise<void> {
  if (!(await bearsOf(personId)).includes(administrator.principal))
    await linkProvisioned(personId, externalId)
}

/** The same for all whom the system of joiners brought before, where a provider calls people as it does. */
export async function linkAllProvisioned({
  issuer,
  serves,
  takes_external_id: takes,
}: Pick<Provider, 'issuer' | 'serves' | 'takes_external_id'>): Promise<void> {
  if (!takes || serves !== 'staff') return
  const { rows } = await sql<{ id: string }>`
    insert into kernel.identity_link (account_id, issuer, subject, via)
    select a.id, ${issuer}, p.external_id, 'scim'
    from commons.provisioned p join kernel.account a on a.id = p.person_id
    where p.external_id <> '' and p.removed_at is null and not ${administrator.principal} = any(a.principals)
    on conflict do nothing returning id`.execute(db())
  if (rows.length > 0) await audit('identity_linked', `scim ${issuer}: ${rows.length}`)
}
