import { sql } from 'kysely'
import { audit, currentAddress } from '#kernel/audit'
import { db } from '#kernel/db'
import type { Device } from './device.ts'

/** Refusals are counted over so many minutes. */
export const windowMinutes = 15
/** After so many of one login from one source, and in one known browser, each try waits longer than the one before. */
const free = 5
/** In seconds: the first wait; each is twice the one before, up to the window. */
const firstWait = 15
/** Of all logins from one source, or of one login from all sources: then none from there, or from anywhere unknown. */
const most = 50

/** Whether a password may be tried now, and if not in how many minutes. */
export type Brake = { open: true } | { open: false; minutes: number }

const open: Brake = { open: true }

/**
 * Asks before a password is tried. Counted is by login and source: a stranger who tries wrong passwords waits, and
 * whoever comes from elsewhere does not. A browser in which that person has signed in before has a count of its own,
 * so that nobody shuts them out. From one source one try of a login runs at a time. A refusal leaves one line of
 * audit in a quarter of an hour.
 */
export async function brake(login: string, device: Device | undefined): Promise<Brake> {
  const asked = device ? afterTries(device.refused, device.refusedAt) : await fromSource(login)
  if (!asked.open) await tellOnce(login)
  return asked
}

async function fromSource(login: string): Promise<Brake> {
  const address = currentAddress()
  const { rows: locks } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`sign-in ${login} ${address}`}, 0)) as mine
  `.execute(db())
  if (!locks[0]?.mine) return { open: false, minutes: 1 }
  const { own, last, all, here } = await db()
    .selectFrom('kernel.audit')
    .select([
      sql<number>`count(*) filter (where subject = ${login} and address is not distinct from ${address})::int`.as(
        'own',
      ),
      sql<Temporal.Instant | null>`max(at) filter (where subject = ${login} and address is not distinct from ${address})`.as(
        'last',
      ),
      sql<number>`count(*) filter (where subject = ${login})::int`.as('all'),
      sql<number>`count(*) filter (where address = ${address})::int`.as('here'),
    ])
    .where('action', '=', 'sign_in_refused')
    .where('at', '>', sinceWindow())
    .where((e) => e.or([e('subject', '=', login), e('address', '=', address)]))
    .executeTakeFirstOrThrow()
  if (all >= most || here >= most) return { open: false, minutes: windowMinutes }
  return afterTries(own, last)
}

/** After `freely` tries that were wrong each waits longer than the one before, a quarter of an hour at most. */
export function afterTries(tries: number, last: Temporal.Instant | null, freely = free): Brake {
  if (tries < freely || !last) return open
  const seconds = Math.min(firstWait * 2 ** (tries - freely), windowMinutes * 60)
  const left = last.add({ seconds }).since(Temporal.Now.instant()).total('seconds')
  return left <= 0 ? open : { open: false, minutes: Math.ceil(left / 60) }
}

const sinceWindow = () => Temporal.Now.instant().subtract({ minutes: windowMinutes })

/** A line each time would let anybody fill the audit, which nobody may shorten. */
async function tellOnce(login: string): Promise<void> {
  const told = await db()
    .selectFrom('kernel.audit')
    .select('id')
    .where('action', '=', 'sign_in_braked')
    .where('subject', '=', login)
    .where('address', 'is not distinct from', currentAddress())
    .where('at', '>', sinceWindow())
    .limit(1)
    .executeTakeFirst()
  if (!told) await audit('sign_in_braked', login)
}
