import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { db } from '#kernel/db'
import { seal, unseal } from '#kernel/secrets'
import type { Bound } from './client.ts'
import type { Purpose } from './tables.ts'
import './tables.ts'

/** Somebody is sent to a provider. */
export interface WayOut {
  providerId: string
  purpose: Purpose
  /** What the browser keeps: the answer is taken in the one from which they went. */
  browser: string
  next?: string
  /** Whose it is, where they are known already. */
  accountId?: string | null
  /** The invitation by which they go. */
  linkHash?: Buffer | null
  /** What is to be done once they are back: nobody reads it in the database. */
  carried?: string | null
}

export const carriedOut = { table: 'kernel.way_out', column: 'carried' }

/** In minutes: how long somebody may take at the provider. */
const lasts = 10

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What a browser keeps, to which ways out are bound. */
export const newBrowser = (): string => randomBytes(32).toString('base64url')

/** Keeps that somebody was sent to a provider. */
export async function sendOut(way: WayOut, bound: Bound): Promise<void> {
  const id = randomUUID()
  const { purpose, providerId, browser, next = '/', accountId = null, linkHash = null } = way
  await db()
    .insertInto('kernel.way_out')
    .values({
      ...{ id, purpose, provider_id: providerId, next, account_id: accountId, link_hash: linkHash },
      state_hash: hashOf(bound.state),
      browser_hash: hashOf(browser),
      code_verifier: bound.codeVerifier,
      nonce: bound.nonce,
      redirect_uri: bound.redirectUri,
      carried: way.carried ? await seal(carriedOut, id, way.carried) : null,
      expires_at: Temporal.Now.instant().add({ minutes: lasts }),
    })
    .execute()
}

/** Somebody is back. */
export interface WayBack {
  purpose: Purpose
  next: string
  accountId: string | null
  linkHash: Buffer | null
  carried: string | null
  sentAt: Temporal.Instant
  bound: Bound
}

/**
 * Takes the way by which somebody went, once: of the provider to which they went, in the browser from which they went,
 * within ten minutes. Nothing where it is none of these; what another browser brings stays for its own.
 */
export async function takeWay(
  providerId: string,
  state: string,
  browser: string,
): Promise<WayBack | undefined> {
  if (!state || !browser) return undefined
  const row = await db()
    .deleteFrom('kernel.way_out')
    .where('state_hash', '=', hashOf(state))
    .where('browser_hash', '=', hashOf(browser))
    .where('provider_id', '=', providerId)
    .where('expires_at', '>', Temporal.Now.instant())
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...{ purpose: row.purpose, next: row.next, accountId: row.account_id, linkHash: row.link_hash },
    carried: row.carried && (await unseal(carriedOut, row.id, row.carried)),
    sentAt: row.created_at,
    bound: {
      ...{ state, nonce: row.nonce, codeVerifier: row.code_verifier },
      redirectUri: row.redirect_uri,
    },
  }
}

/** Forgets those who did not come back. */
export async function forgetWays(): Promise<void> {
  await db().deleteFrom('kernel.way_out').where('expires_at', '<', Temporal.Now.instant()).execute()
}
