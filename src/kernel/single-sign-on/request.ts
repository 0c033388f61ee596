import { audit } from '#kernel/audit'
import { db, type Latest, latest } from '#kernel/db'
import { sql } from 'kysely'
import { ensure, NotFound } from '#kernel/errors'
import { linkSubject } from './link.ts'
import './tables.ts'

/** Somebody whom a provider knows and the house does not (demande d’accès). */
export interface IdentityRequest {
  id: string
  provider_id: string
  issuer: string
  subject: string
  called: string
  email: string
  first_at: Temporal.Instant
  last_at: Temporal.Instant
}

const requests = () =>
  db()
    .selectFrom('kernel.identity_request')
    .select(['id', 'provider_id', 'issuer', 'subject', 'called', 'email', 'first_at', 'last_at'])

/** Keeps that somebody came whom nobody knows, so that an administrator can say who they are. */
export async function keepRequest(
  fresh: Pick<IdentityRequest, 'provider_id' | 'issuer' | 'subject' | 'called' | 'email'>,
): Promise<void> {
  const { called, email, provider_id } = fresh
  const now = Temporal.Now.instant()
  const { is_new } = await db()
    .insertInto('kernel.identity_request')
    .values({ ...fresh, first_at: now, last_at: now })
    .onConflict((on) =>
      on
        .columns(['tenant_id', 'issuer', 'subject'])
        .doUpdateSet({ called, email, provider_id, last_at: now }),
    )
    .returning(sql<boolean>`xmax = 0`.as('is_new'))
    .executeTakeFirstOrThrow()
  if (is_new) await audit('identity_asked', called || null)
}

/** Those who wait to be told who they are, who came last first; all where `most` is null. */
export const identityRequests = (most: number | null): Promise<Latest<IdentityRequest>> =>
  latest(requests().orderBy('last_at', 'desc').orderBy('id'), most)

/** An administrator says who somebody is who came: their account from now on. Throws `NotFound`, `Conflict`. */
export async function acceptRequest(id: string, accountId: string): Promise<void> {
  const asked = await requests().where('id', '=', id).forUpdate().executeTakeFirst()
  ensure(asked, NotFound, 'errors.not_found')
  await linkSubject(accountId, asked, asked.subject, 'administrator')
}

/** Forgets that somebody asked; they may ask again. Throws `NotFound`. */
export async function dropRequest(id: string): Promise<void> {
  const gone = await db()
    .deleteFrom('kernel.identity_request')
    .where('id', '=', id)
    .returning('called')
    .executeTakeFirst()
  ensure(gone, NotFound, 'errors.not_found')
  await audit('identity_refused', gone.called || null)
}

/** Forgets those who have not come for a month. */
export async function forgetRequests(): Promise<void> {
  await db()
    .deleteFrom('kernel.identity_request')
    .where('last_at', '<', Temporal.Now.instant().subtract({ hours: 24 * 30 }))
    .execute()
}
