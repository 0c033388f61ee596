import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, type ActorId, actor, type Hat } from '#kernel/access'
import { whence } from '#kernel/audit'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { slot } from '#kernel/module'
import { dressed } from './hat.ts'
import { seenBy } from './seen.ts'
import { bringUpToDate } from './standing.ts'
import type { Awaiting } from './tables.ts'

export interface Session {
  /** What the browser or the API client keeps; we keep its hash only. */
  token: string
  expiresAt: Temporal.Instant
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** How long sessions last, as an authority decides. */
export interface SessionLimits {
  /** In all. */
  hours: number
  /** Without use. */
  idleMinutes: number
}

/** The limits of the authority; the first that is filled. */
export const sessionLimits = slot<() => Promise<SessionLimits>>('sessionLimits')

/** The most that the operator lets a session last, in hours. */
let longest = 12

/** Says how long sessions last at most in this process; done once, at the start. */
export function boundSessions(hours: number): void {
  longest = hours
}

/** What holds where nobody decides. */
const usual: SessionLimits = { hours: 12, idleMinutes: 120 }
const limits = async (): Promise<SessionLimits> => (await sessionLimits.all()[0]?.()) ?? usual

/** Opens a session for an account, for `hours` at most, and no longer than the authority lets one last. */
export async function openSession(
  accountId: ActorId,
  hours: number,
  awaits: Awaiting | null = null,
): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  const { hours: most, idleMinutes } = await limits()
  const minutes = awaits ? halfMinutes : Math.round(Math.min(hours, most) * 60)
  const expiresAt = Temporal.Now.instant().add({ minutes })
  const { address = null, agent = '' } = whence()
  await db()
    .insertInto('kernel.session')
    .values({
      ...{ token_hash: hashOf(token), account_id: accountId, expires_at: expiresAt, awaits },
      ...{ address, agent: agent.slice(0, 300), idle_minutes: idleMinutes },
    })
    .execute()
  return { token, expiresAt }
}

/** In minutes: how long a session stays half open. */
const halfMinutes = 10
/** In minutes: how exactly it is kept for how long a session is unused, for a request that only reads writes nothing. */
const noticed = 5

/**
 * Who a token stands for, with all that they bear today; null when it is unknown, over, or unused for long. With the
 * first request of a day what they bear is reckoned anew, so that nothing is given early or late.
 */
export async function sessionActor(token: string): Promise<Actor | null> {
  const found = await standingOf(token)
  if (!found) return null
  const today = Temporal.Now.plainDateISO(timeZone)
  if (found.principals_on?.equals(today)) return asSeen(token, found)
  await bringUpToDate(found.id)
  const now = await standingOf(token)
  return now && asSeen(token, now)
}

const standingOf = async (token: string) => {
  const now = Temporal.Now.instant()
  const found = await db()
    .selectFrom('kernel.session as s')
    .innerJoin('kernel.account as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.id', '=', 's.account_id'),
    )
    .select([
      'a.id',
      'a.name',
      'a.principals',
      'a.principals_on',
      'a.pinned',
      's.seen_at',
      's.proven_at',
      's.sees_as',
      's.sees_until',
      'a.is_outside',
      's.hat as worn',
      's.only_outside',
      's.assurance',
      sql<Hat[]>`array(select jsonb_build_object('key', h.key, 'called', h.called) from kernel.hat h
        where h.account_id = a.id and (h.valid_to is null or h.valid_to > ${Temporal.Now.plainDateISO(timeZone)}::date)
        order by h.key)`.as('hats'),
    ])
    .where('s.token_hash', '=', hashOf(token))
    .where('s.expires_at', '>', now)
    .where('s.awaits', 'is', null)
    .where(
      sql<boolean>`s.seen_at > ${now.toString()}::timestamptz - make_interval(mins => s.idle_minutes)`,
    )
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst()
  return found ?? null
}

type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>

/** Notes that the session is used, where that was not noted for long; what the authority decided since holds then. */
async function asSeen(token: string, standing: Standing): Promise<Actor | null> {
  const { seen_at, proven_at: provenAt, sees_as, sees_until, pinned, assurance, ...own } = standing
  const now = Temporal.Now.instant()
  if (Temporal.Instant.compare(seen_at, now.subtract({ minutes: noticed })) < 0) {
    const { hours, idleMinutes } = await limits()
    await db()
      .updateTable('kernel.session')
      .set({
        ...{ seen_at: now, idle_minutes: idleMinutes },
        expires_at: sql`least(expires_at, created_at + make_interval(hours => ${hours}))`,
      })
      .where('token_hash', '=', hashOf(token))
      .execute()
  }
  const as = dressed({ ...own, id: own.id as ActorId })
  if (!as) return null
  const who: Actor = { ...as, pinned, provenAt, ...(assurance && { assurance }) }
  if (!sees_as || !sees_until || Temporal.Instant.compare(sees_until, now) <= 0) return who
  return (await seenBy(sees_as, who, sees_until)) ?? who
}

/** The id of a session that lets in; nothing where it is over, or half open. */
export async function sessionIdOf(token: string): Promise<string | undefined> {
  const found = await db()
    .selectFrom('kernel.session')
    .select('id')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', Temporal.Now.instant())
    .where('awaits', 'is', null)
    .executeTakeFirst()
  return found?.id
}

/** Whose session this is, and what it waits for before it lets in; nothing where it is over. */
export async function halfSession(
  token: string,
): Promise<{ accountId: string; awaits: Awaiting } | undefined> {
  const found = await db()
    .selectFrom('kernel.session')
    .select(['account_id as accountId', 'awaits'])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', Temporal.Now.instant())
    .where('awaits', 'is not', null)
    .executeTakeFirst()
  return found?.awaits ? { accountId: found.accountId, awaits: found.awaits } : undefined
}

/** A half session lets in from now on, under another token. */
export async function completeSession(token: string): Promise<Session | null> {
  const half = await halfSession(token)
  if (!half || !(await endSession(token))) return null
  return openWhole(half.accountId as ActorId) // An account is whose sessions are.
}

/** Opens a session for as long as the operator and the authority let one last. */
export const openWhole = (accountId: ActorId): Promise<Session> => openSession(accountId, longest)

/** Whoever has the session has just proved who they are: it gets another token. */
export async function proveSession(token: string): Promise<Session | null> {
  await db()
    .updateTable('kernel.session')
    .set({ proven_at: Temporal.Now.instant() })
    .where('token_hash', '=', hashOf(token))
    .execute()
  return rotateSession(token)
}

/** Ends a session, and forgets those that are over. Whether it was there. */
export async function endSession(token: string): Promise<boolean> {
  const hash = hashOf(token)
  const ended = await db()
    .deleteFrom('kernel.session')
    .where((where) =>
      where.or([where('token_hash', '=', hash), where('expires_at', '<', Temporal.Now.instant())]),
    )
    .returning('token_hash')
    .execute()
  return ended.some(({ token_hash }) => token_hash.equals(hash))
}

/** Ends the sessions of an account, in browsers and programs, but for the one that is kept by this token. */
export async function endSessionsOf(accountId: string, but?: string): Promise<number> {
  const ended = await db()
    .deleteFrom('kernel.session')
    .where('account_id', '=', accountId)
    .where('token_hash', '<>', hashOf(but ?? ''))
    .returning('token_hash')
    .execute()
  return ended.length
}

/** Ends all sessions of the authority, in browsers and programs. */
export async function endAllSessions(): Promise<void> {
  await db().deleteFrom('kernel.session').execute()
}

/** Gives a session another token, as long as it lasts: what somebody else knows of it lets in no more. */
export async function rotateSession(token: string): Promise<Session | null> {
  const fresh = randomBytes(32).toString('base64url')
  const found = await db()
    .updateTable('kernel.session')
    .set({ token_hash: hashOf(fresh) })
    .where('token_hash', '=', hashOf(token))
    .returning('expires_at')
    .executeTakeFirst()
  return found ? { token: fresh, expiresAt: found.expires_at } : null
}

/** A session as its person finds it again (connexion). */
export interface OpenSession {
  id: string
  created_at: Temporal.Instant
  seen_at: Temporal.Instant
  expires_at: Temporal.Instant
  address: string | null
  agent: string
  /** It is the one that asks. */
  current: boolean
}

/** The sessions of the one who acts that let in, the last used first; `token` is that of the one that asks. */
export async function sessionsOfMine(token: string): Promise<OpenSession[]> {
  const rows = await mine()
    .select(['id', 'created_at', 'seen_at', 'expires_at', 'address', 'agent', 'token_hash'])
    .where('expires_at', '>', Temporal.Now.instant())
    .where(sql<boolean>`seen_at > now() - make_interval(mins => idle_minutes)`)
    .where('awaits', 'is', null)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute()
  const own = hashOf(token)
  return rows.map(({ token_hash, ...one }) => ({ ...one, current: token_hash.equals(own) }))
}

const mine = () => db().selectFrom('kernel.session').where('account_id', '=', actor().id)

/** Ends one of the sessions of the one who acts. Whether it was there. */
export async function endSessionOfMine(id: string): Promise<boolean> {
  const ended = await db()
    .deleteFrom('kernel.session')
    .where('account_id', '=', actor().id)
    .where('id', '=', id)
    .returning('id')
    .execute()
  return ended.length > 0
}
