import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { db } from '#kernel/db'
import { Conflict, ensure, NotFound } from '#kernel/errors'
import { isId } from '#kernel/http'
import { recall } from '#kernel/mail'
import { blindIndex } from '#kernel/secrets'
import type { Followed } from './followed.ts'
import './tables.ts'

/** Who is written to (abonné). */
export interface Subscriber {
  id: string
  email: string
  language: string
  origin: string
}

/** So many things one address follows at most. */
const most = 20

const way = { table: 'alerts.subscriber', column: 'id' }
const idSize = 16

/**
 * What stands in the links of letters: whose they are, signed with a key of the authority that its rows do not hold. It is good as
 * long as the subscription lives, so that an old letter ends it too.
 */
export async function wayOf(id: string): Promise<string> {
  const head = Buffer.from(id.replaceAll('-', ''), 'hex')
  return Buffer.concat([head, await blindIndex(way, id)]).toString('base64url')
}

/** Whose way this is; undefined where their subscription ended. Throws `NotFound` where the house wrote no such way. */
export async function subscriberBy(given: string): Promise<Subscriber | undefined> {
  const bytes = Buffer.from(given.slice(0, 200), 'base64url')
  const hex = bytes.subarray(0, idSize).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (!isId(id)) throw new NotFound()
  const signed = await blindIndex(way, id)
  const shown = bytes.subarray(idSize)
  if (shown.length !== signed.length || !timingSafeEqual(shown, signed)) throw new NotFound()
  return db()
    .selectFrom('alerts.subscriber')
    .select(['id', 'email', 'language', 'origin'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What they follow, with the id of each. */
export const followsOf = (subscriberId: string): Promise<(Followed & { id: string })[]> =>
  db()
    .selectFrom('alerts.follow')
    .select(['id', 'words', 'subject', 'organ', 'place'])
    .where('subscriber_id', '=', subscriberId)
    .orderBy('id')
    .execute()

/** Follows one thing more; what they follow already stays one. Throws `Conflict` past twenty. */
export async function follow(subscriberId: string, what: Followed): Promise<void> {
  // Locked: of two that are added at once neither is one too many.
  await db()
    .selectFrom('alerts.subscriber')
    .select('id')
    .where('id', '=', subscriberId)
    .forUpdate()
    .execute()
  const known = await followsOf(subscriberId)
  const { words, subject, organ, place } = what
  ensure(known.length < most, Conflict, 'alerts.too_many_followed', { most })
  await db()
    .insertInto('alerts.follow')
    .values({ subscriber_id: subscriberId, words, subject, organ, place })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Follows one thing no more; with the last of them the subscription ends. Returns whether something is left. */
export async function unfollow(subscriberId: string, followId: string): Promise<boolean> {
  await db()
    .deleteFrom('alerts.follow')
    .where('subscriber_id', '=', subscriberId)
    .where('id', '=', followId)
    .execute()
  if ((await followsOf(subscriberId)).length > 0) return true
  await end([subscriberId])
  return false
}

/** Ends subscriptions: nothing of them stays, and letters that wait to leave do not. */
export async function end(subscriberIds: readonly string[]): Promise<void> {
  const ids = [...subscriberIds]
  if (ids.length === 0) return
  const letters = await db()
    .selectFrom('alerts.told as t')
    .innerJoin('kernel.mail as m', (join) =>
      join.onRef('m.tenant_id', '=', 't.tenant_id').onRef('m.id', '=', 't.mail_id'),
    )
    .select('m.id')
    .distinct()
    .where('t.subscriber_id', 'in', ids)
    .where('m.state', '=', 'waiting')
    .execute()
  await recall(letters.map(({ id }) => id))
  await db().deleteFrom('alerts.subscriber').where('id', 'in', ids).execute()
}

/** Ends what follows at these addresses, asked for or confirmed: whose they are is erased (GDPR art. 17). Returns how many. */
export async function endAt(addresses: readonly string[]): Promise<number> {
  const emails = addresses.filter(Boolean).map((one) => one.toLowerCase())
  if (emails.length === 0) return 0
  const here = sql<boolean>`email = any(${emails}::text[])`
  const known = await db().selectFrom('alerts.subscriber').select('id').where(here).execute()
  await end(known.map(({ id }) => id))
  const asked = await db().deleteFrom('alerts.asked').where(here).executeTakeFirst()
  return known.length + Number(asked.numDeletedRows)
}
