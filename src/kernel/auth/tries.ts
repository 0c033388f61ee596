import { createHash } from 'node:crypto'
import { db } from '#kernel/db'
import { afterTries, type Brake, windowMinutes } from './brake.ts'
import './tables.ts'

/** What is tried besides a password at the sign-in, which counts by its lines of audit (`brake`). */
export type Door =
  | 'alert'
  | 'alert_from'
  | 'own_password'
  | 'passkey'
  | 'program'
  | 'proof'
  | 'provider'
  | 'reset'
  | 'reset_from'
  | 'second'
  | 'second_anywhere'
  | 'space'
  | 'space_from'

/** After so many tries at a door one waits; a whole town hall may ask from one address. */
const freely: Record<Door, number> = {
  ...{ own_password: 5, proof: 5, second: 5 },
  ...{
    alert: 3,
    alert_from: 50,
    space: 3,
    space_from: 50,
    reset: 3,
    reset_from: 50,
    passkey: 60,
    program: 20,
    provider: 600,
    second_anywhere: 50,
  },
}

const keyOf = (who: readonly string[]) => createHash('sha256').update(JSON.stringify(who)).digest()

const row = (door: Door, who: readonly string[]) =>
  db().updateTable('kernel.tried').where('door', '=', door).where('who', '=', keyOf(who))

/**
 * Whether a door may be tried now. Of many who try at once as the same `who`, one goes after the other, each until its
 * transaction ends: a refusal must therefore be answered, not thrown, so that its count is kept.
 */
export async function atDoor(door: Door, ...who: readonly string[]): Promise<Brake> {
  const now = Temporal.Now.instant()
  const { times, at } = await db()
    .insertInto('kernel.tried')
    .values({ door, who: keyOf(who), at: now })
    // A row that is there is locked by being written.
    .onConflict((on) => on.columns(['tenant_id', 'door', 'who']).doUpdateSet({ door }))
    .returning(['times', 'at'])
    .executeTakeFirstOrThrow()
  const over = Temporal.Instant.compare(at, now.subtract({ minutes: windowMinutes })) < 0
  return over ? { open: true } : afterTries(times, at, freely[door])
}

/** Counts a try that did not open the door. */
export async function refusedAt(door: Door, ...who: readonly string[]): Promise<void> {
  const now = Temporal.Now.instant()
  const before = now.subtract({ minutes: windowMinutes })
  await row(door, who)
    .set((e) => ({
      times: e
        .case()
        .when('at', '<', before)
        .then(1)
        .else(e('times', '+', 1))
        .end(),
      at: now,
    }))
    .execute()
}

/** The door was opened: what was tried before counts no more. */
export async function openedAt(door: Door, ...who: readonly string[]): Promise<void> {
  await db()
    .deleteFrom('kernel.tried')
    .where('door', '=', door)
    .where('who', '=', keyOf(who))
    .execute()
}

/** Forgets what was tried before the last quarter of an hour, of which nothing counts any more. */
export async function forgetTried(): Promise<void> {
  const before = Temporal.Now.instant().subtract({ minutes: windowMinutes })
  await db().deleteFrom('kernel.tried').where('at', '<', before).execute()
}
