import type { Actor, ActorId } from '#kernel/access'
import { db } from '#kernel/db'
import { timeZone } from '#kernel/i18n'
import { bringUpToDate } from './standing.ts'

/** Who is seen, as whom a session reads; nothing where they can no longer come in themselves. */
export async function seenBy(
  id: string,
  by: Actor,
  until: Temporal.Instant,
): Promise<Actor | undefined> {
  if (by.id === null) return undefined
  const found = await accountOf(id)
  if (!found) return undefined
  const today = Temporal.Now.plainDateISO(timeZone)
  if (!found.principals_on?.equals(today)) await bringUpToDate(id as ActorId)
  const now = await accountOf(id)
  if (!now) return undefined
  const { principals_on: _, ...who } = now
  return { ...who, id: who.id as ActorId, seenBy: { id: by.id, name: by.name, until } }
}

const accountOf = (id: string) =>
  db()
    .selectFrom('kernel.account')
    .select(['id', 'name', 'principals', 'principals_on', 'pinned'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
