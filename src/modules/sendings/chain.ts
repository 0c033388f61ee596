import { sql } from 'kysely'
import { db } from '#kernel/db'
import { seen } from '#commons/dossiers'

/** A point of a chain, as the one who acts may see it. */
export interface ChainLink {
  id: string
  title: string
  reference: string
  state: string
  organ: string
  /** How many steps after the first of the chain. */
  step: number
}

/** How far a chain is followed. */
const longest = 50

/** All points that a point comes from and that come of it, over all organs, of which the one who acts may read; the first first. */
export async function wholeChain(item: { id: string }): Promise<ChainLink[]> {
  const { rows } = await sql<ChainLink>`
    with recursive up as (
      select id, predecessor_id, 0 as step from deliberations.item where id = ${item.id}
      union select i.id, i.predecessor_id, up.step - 1 from deliberations.item i
        join up on up.predecessor_id = i.id where up.step > ${-longest}
    ), down as (
      select id, 0 as step from up where predecessor_id is null or step = ${-longest}
      union select i.id, down.step + 1 from deliberations.item i
        join down on i.predecessor_id = down.id where down.step < ${longest}
    )
    select d.id, d.title, d.reference, d.state, o.name as organ, down.step
    from down join commons.dossier d on d.id = down.id
    join deliberations.item i on i.id = d.id
    join commons.organ o on o.id = i.organ_id
    where ${seen()} order by down.step, d.created_at`.execute(db())
  return rows
}
