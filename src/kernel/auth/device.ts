import { createHash, randomBytes } from 'node:crypto'
import type { ActorId } from '#kernel/access'
import { db } from '#kernel/db'
import './tables.ts'

/** A browser in which somebody has signed in before. */
export interface Device {
  hash: Buffer
  account: string
  refused: number
  refusedAt: Temporal.Instant | null
}

/** How many browsers of one person are known: the one that was not used for longest is forgotten. */
const most = 20

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** The browser that keeps this token, locked: its tries are counted one after the other. */
export async function deviceOf(token: string | undefined): Promise<Device | undefined> {
  if (!token) return undefined
  const hash = hashOf(token)
  const found = await db()
    .selectFrom('kernel.device')
    .select(['account_id as account', 'refused', 'refused_at as refusedAt'])
    .where('token_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst()
  return found && { hash, ...found }
}

/** Knows a browser in which somebody signed in; returns what it is to keep. */
export async function knowDevice(account: ActorId, known: Device | undefined): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = hashOf(token)
  // What a browser keeps is new each time: a copy of it ends with the next use of the original.
  if (known) await db().deleteFrom('kernel.device').where('token_hash', '=', known.hash).execute()
  await db()
    .insertInto('kernel.device')
    .values({ token_hash: hash, account_id: account, refused_at: null })
    .execute()
  const kept = db()
    .selectFrom('kernel.device')
    .select('token_hash')
    .where('account_id', '=', account)
    .orderBy('used_at', 'desc')
    .limit(most)
  await db()
    .deleteFrom('kernel.device')
    .where('account_id', '=', account)
    .where('token_hash', 'not in', kept)
    .execute()
  return token
}

/** Counts a wrong password from a known browser. */
export async function refuseDevice({ hash }: Device): Promise<void> {
  await db()
    .updateTable('kernel.device')
    .set((e) => ({ refused: e('refused', '+', 1), refused_at: Temporal.Now.instant() }))
    .where('token_hash', '=', hash)
    .execute()
}

/** What tells a browser in which this person has signed in before from others; nothing where they have not. */
export async function knownDevice(
  account: string,
  token: string | undefined,
): Promise<string | undefined> {
  const device = await deviceOf(token)
  return device?.account === account ? device.hash.toString('hex') : undefined
}
