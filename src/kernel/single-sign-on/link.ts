import type { ActorId } from '#kernel/access'
import { audit } from '#kernel/audit'
import { lockAccount } from '#kernel/auth'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { providers } from './provider.ts'
import type { LinkedVia } from './tables.ts'
import './tables.ts'

/** What a provider calls somebody, and whose account that is. */
export interface IdentityLink {
  id: string
  account_id: string
  issuer: string
  subject: string
  via: LinkedVia
  since: Temporal.Instant
  used_at: Temporal.Instant | null
}

const links = () =>
  db()
    .selectFrom('kernel.identity_link')
    .select(['id', 'account_id', 'issuer', 'subject', 'via', 'since', 'used_at'])

/**
 * Says that a subject of a provider is the person of an account. Nothing is compared: neither an address nor a name. The
 * same said twice is said once. Throws `NotFound` where there is no such account, `Conflict` where the subject is somebody
 * else’s, or the account has another one of this provider: that is unlinked first, by who knows why.
 */
export async function linkSubject(
  accountId: string,
  { issuer }: { readonly issuer: string },
  subject: string,
  via: LinkedVia = 'administrator',
): Promise<void> {
  ensure(await lockAccount(accountId), NotFound, 'errors.not_found')
  ensure(subject !== '' && subject.length <= mostOfSubject, Conflict, 'single_sign_on.no_subject')
  const made = await db()
    .insertInto('kernel.identity_link')
    .values({ account_id: accountId, issuer, subject, via })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) {
    const there = await linkOf(issuer, subject)
    ensure(there || !(await linkAt(accountId, issuer)), Conflict, 'single_sign_on.has_another')
    ensure(there?.account_id === accountId, Conflict, 'single_sign_on.linked_elsewhere')
    return
  }
  // Nobody waits any more to be told who they are.
  await db()
    .deleteFrom('kernel.identity_request')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .execute()
  await audit('identity_linked', `${via} ${issuer} ${accountId}`)
}

/**
 * Says what a system of joiners (SCIM) calls the person of an account: with providers that call people the same they are
 * linked so, and no more by what it called them before. A link that a person made stays as it is. Throws `Conflict` where
 * the name is somebody else’s.
 */
export async function linkProvisioned(accountId: string, externalId: string): Promise<void> {
  for (const provider of (await providers()).filter(
    (one) => one.takes_external_id && one.serves === 'staff',
  )) {
    const standing = await linkAt(accountId, provider.issuer)
    if (standing && (standing.subject === externalId || standing.via !== 'scim')) continue
    if (standing) await unlink(accountId, standing.id)
    if (externalId) await linkSubject(accountId, provider, externalId, 'scim')
  }
}

/** OpenID Connect asks for 255 signs at most; others gave more. */
const mostOfSubject = 500

/** Whose subject this is; of many who ask at once, none sees half a link. */
export const linkOf = (issuer: string, subject: string): Promise<IdentityLink | undefined> =>
  links().where('issuer', '=', issuer).where('subject', '=', subject).executeTakeFirst()

/** What a provider calls the person of an account. */
const linkAt = (accountId: string, issuer: string): Promise<IdentityLink | undefined> =>
  links().where('issuer', '=', issuer).where('account_id', '=', accountId).executeTakeFirst()

/** What all providers call the person of an account. */
export const linksOf = (accountId: string): Promise<IdentityLink[]> =>
  links().where('account_id', '=', accountId).orderBy('since').orderBy('id').execute()

/** Ends a link of an account, and the sessions that came in by it. Throws `NotFound`. */
export async function unlink(accountId: string, id: string): Promise<void> {
  const gone = await db()
    .deleteFrom('kernel.identity_link')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('issuer')
    .executeTakeFirst()
  ensure(gone, NotFound, 'errors.not_found')
  await db()
    .deleteFrom('kernel.session')
    .where('account_id', '=', accountId)
    .where('id', 'in', (e) =>
      e
        .selectFrom('kernel.provider_session as s')
        .innerJoin('kernel.identity_provider as p', (join) =>
          join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.provider_id'),
        )
        .select('s.id')
        .where('p.issuer', '=', gone.issuer),
    )
    .execute()
  await audit('identity_unlinked', `${gone.issuer} ${accountId}`)
}

/** The account of a subject, where it lets in, once it is used: says when. */
export async function accountOfSubject(
  issuer: string,
  subject: string,
): Promise<ActorId | undefined> {
  const used = await db()
    .updateTable('kernel.identity_link')
    .set({ used_at: Temporal.Now.instant() })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('account_id')
    .executeTakeFirst()
  return used && (used.account_id as ActorId) // An account bears its person's id.
}
