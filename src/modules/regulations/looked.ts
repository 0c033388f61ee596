import { actor, bears, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { event } from '#kernel/events'
import { read, tell } from '#commons/dossiers'
import { postingKind } from './fields.ts'
import { type Look, isToLook, lookAt } from './looking.ts'
import { postings } from './posting.ts'
import { publishing } from './workflow.ts'

event(`${postingKind}.look`)
const told = { name: postingKind, verbs: ['look'] } as const

/**
 * Says that the words which were found in a text may be public: those that the one who acts saw, by their edition. Throws `Forbidden`
 * where they publish nothing, `Conflict` where other words stand there now.
 */
export async function sayLookedAt(id: string, edition: string): Promise<Look> {
  ensureInPerson()
  const publishes = publishing.some(({ principal }) => bears(principal))
  ensure(publishes, Forbidden, 'regulations.look.for_others')
  // Whoever rewrites or publishes it waits for this, and this for them.
  const posting = await read(postings, id, { lock: true })
  const look = await lookAt(posting)
  ensure(look.edition === edition, Conflict, 'regulations.look.moved')
  if (!isToLook(look)) return look
  const { id: who, name } = actor()
  ensure(who !== null, Forbidden, 'errors.forbidden')
  const at = Temporal.Now.instant()
  const values = { edition, looked_by: who, looked_name: name, looked_at: at }
  await db()
    .insertInto('regulations.looked')
    .values({ posting_id: id, ...values })
    .onConflict((clash) => clash.columns(['tenant_id', 'posting_id']).doUpdateSet(values))
    .execute()
  await tell(told, id, 'look')
  return { ...look, looked: { by: name, at } }
}
