import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { namesOf } from '#commons/directory'
import { readMany } from '#commons/dossiers'
import { organs } from '#commons/organs'
import { decidedStates, items } from '#modules/deliberations'
import { isStage, mayTakeOver, release } from './taking.ts'

/** A point that is being prepared: who has it in hand, and what was said of it. */
export interface Prepared {
  id: string
  title: string
  state: string
  level: string
  organ: string
  takenBy: string
  /** `asked`, `accepted`…; empty: nothing was said. */
  emergency: string
  completeness: string
}

/** The points of an organ, or of all, that somebody has in hand or of which something was said, and which are not decided. */
export async function beingPrepared(organId: string | null = null): Promise<Prepared[]> {
  const { rows: takings } = await sql<{ item_id: string; stage: string; person_id: string }>`
    select item_id, stage, person_id from preparation.taking`.execute(db())
  const { rows: said } = await sql<{ item_id: string; cycle: string; state: string }>`
    select distinct on (item_id, cycle) item_id, cycle, state from preparation.step
    order by item_id, cycle, id desc`.execute(db())
  const ids = [...takings, ...said].map(({ item_id }) => item_id)
  const all = (await readMany(items, [...new Set(ids)])).filter(
    ({ state, organ_id }) =>
      !decidedStates.includes(state) &&
      state !== 'cancelled' &&
      (organId === null || organ_id === organId),
  )
  const names = await namesOf(takings.map(({ person_id }) => person_id))
  const acronyms = new Map((await organs()).map(({ id, acronym }) => [id as string, acronym]))
  return all.flatMap(({ id, title, state, level, ...item }) => {
    const taken = takings.find(
      ({ item_id, stage }) =>
        item_id === id && isStage({ ...item, id, title, state, level }, stage),
    )
    const saidOf = (cycle: string) =>
      said.find((one) => one.item_id === id && one.cycle === cycle)?.state ?? ''
    const prepared = {
      ...{ id, title, state, level, organ: acronyms.get(item.organ_id) ?? '' },
      takenBy: (taken && names.get(taken.person_id)) ?? '',
      ...{ emergency: saidOf('emergency'), completeness: saidOf('completeness') },
    }
    return prepared.takenBy || prepared.emergency || prepared.completeness ? [prepared] : []
  })
}

/** Gives back all that somebody has in hand, who is away or has left: nobody has it where it stands. Gives how many there were. */
export async function releaseAll(personId: string): Promise<number> {
  const rows = await db()
    .selectFrom('preparation.taking')
    .select(['item_id', 'stage'])
    .where('person_id', '=', personId)
    .execute()
  return actAs(system, async () => {
    const ids = [...new Set(rows.map(({ item_id }) => item_id))]
    let count = 0
    for (const item of await readMany(items, ids, { lock: true })) {
      const has = rows.some(({ item_id, stage }) => item_id === item.id && isStage(item, stage))
      if (!has || !mayTakeOver(item)) continue
      await release(item)
      count += 1
    }
    // Nor is it theirs when it comes back to where they had it.
    await db().deleteFrom('preparation.taking').where('person_id', '=', personId).execute()
    return count
  })
}
