import { actor, bears, ensureInPerson } from '#kernel/access'
import { db } from '#kernel/db'
import { Conflict, ensure, Forbidden } from '#kernel/errors'
import { namesOf } from '#commons/directory'
import { tell } from '#commons/dossiers'
import { decidedStates, type Item, items, mayEdit } from '#modules/deliberations'
import './tables.ts'

/** Where a point stands: what is taken over there is given back when it leaves, and again when it comes back (C17). */
const stageOf = ({ state, level_id }: Item) => [state, level_id].filter(Boolean).join(' ')

/** Whether a point stands at this stage. */
export const isStage = (item: Item, stage: string): boolean => stageOf(item) === stage

/** Whether the one who acts may take a point over as it stands: it waits for them, or they may rewrite it. */
export const mayTakeOver = (item: Item): boolean =>
  !decidedStates.includes(item.state) &&
  item.state !== 'cancelled' &&
  (mayEdit(item) || item.awaits.some((one) => bears(one)))

export interface Taking {
  personId: string
  name: string
  at: Temporal.Instant
}

/** Who took a point over where it stands now. */
export async function takingOf(item: Item): Promise<Taking | null> {
  const row = await db()
    .selectFrom('preparation.taking')
    .select(['person_id', 'taken_at'])
    .where('item_id', '=', item.id)
    .where('stage', '=', stageOf(item))
    .executeTakeFirst()
  if (!row) return null
  const name = (await namesOf([row.person_id])).get(row.person_id) ?? ''
  return { personId: row.person_id, name, at: row.taken_at }
}

/** Takes a point over, which is locked, from whoever had it. Throws `Forbidden`; `Conflict` where the one who acts has it. */
export async function takeOver(item: Item): Promise<void> {
  ensureInPerson()
  const { id: personId } = actor()
  ensure(personId && mayTakeOver(item), Forbidden, 'preparation.not_yours')
  const before = await takingOf(item)
  ensure(before?.personId !== personId, Conflict, 'preparation.taken_already')
  await db()
    .insertInto('preparation.taking')
    .values({ item_id: item.id, stage: stageOf(item), person_id: personId })
    .onConflict((clash) =>
      clash
        .columns(['tenant_id', 'item_id', 'stage'])
        .doUpdateSet({ person_id: personId, taken_at: Temporal.Now.instant() }),
    )
    .execute()
  await tell(items, item.id, 'take_over', before ? { title: before.name } : {})
}

/** Gives a point back, which is locked: nobody has it where it stands. Throws `Forbidden`, or `Conflict` where nobody had it. */
export async function release(item: Item): Promise<void> {
  ensureInPerson()
  ensure(mayTakeOver(item), Forbidden, 'preparation.not_yours')
  ensure(await takingOf(item), Conflict, 'preparation.not_taken')
  await db()
    .deleteFrom('preparation.taking')
    .where('item_id', '=', item.id)
    .where('stage', '=', stageOf(item))
    .execute()
  await tell(items, item.id, 'release')
}
