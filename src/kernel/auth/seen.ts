import { sql } from 'kysely'
import type { Actor, ActorId } from '#kernel/access'
import { db } from '#kernel/db'
import { folded, timeZone } from '#kernel/i18n'
import { bringUpToDate } from './standing.ts'

/** Who is seen, as whom a session reads; nothing where they can no longer come in themselves. */
export async function seenBy(
  id: string,
  by: Actor,
  until: Temporal.Instant,
): Promise<Actor | undefined> {
  if (by.id === null) return undefined
  const who = await bearing(id)
  return who && { ...who, seenBy: { id: by.id, name: by.name, until } }
}

/** Somebody of the authority, by their login, with what they bear today; nothing where they cannot come in. */
export async function standingPerson(login: string): Promise<Actor | undefined> {
  const found = await db()
    .selectFrom('kernel.account')
    .select('id')
    .where(sql<boolean>`kernel.name_key(login) = ${folded(login)}`)
    .where('is_outside', '=', false)
    .executeTakeFirst()
  return found && bearing(found.id)
}

/** An account that can come in, with what it bears today. */
async function bearing(id: string): Promise<Actor | undefined> {
  const found = await accountOf(id)
  if (!found) return undefined
  const today = Temporal.Now.plainDateISO(timeZone)
  if (!found.principals_on?.equals(today)) await bringUpToDate(id as ActorId)
  const now = await accountOf(id)
  if (!now) return undefined
  const { principals_on: _, ...who } = now
  return { ...who, id: who.id as ActorId }
}

const accountOf = (id: string) =>
  db()
    .selectFrom('kernel.account')
    .select(['id', 'name', 'principals', 'principals_on', 'pinned'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
