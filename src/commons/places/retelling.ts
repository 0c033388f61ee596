import { sql } from 'kysely'
import { z } from 'zod'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { enqueue, task } from '#kernel/jobs'
import { type Kind, kindNamed, kinds, refreshMany } from '#commons/dossiers'

/** So many dossiers are told at a time: others work beside it. */
const batch = 200

const Told = z.object({ id: z.uuid(), after: z.uuid().nullable() })

interface Naming {
  id: string
  kind: string
  fields: string[]
}

/**
 * Tells the dossiers that name a street how it is called now: they show it, and are found by that name and those that it
 * had. Who names a street waits for whoever renames it, so that none is forgotten.
 */
export const tellOfStreet = task('places.retell', Told, async ({ id, after }) => {
  const { rows } = await sql<Naming>`
    select d.id, d.kind, array(select distinct n.field from commons.named_place n
      where n.street_id = ${id} and n.dossier_id = d.id) as fields
    from commons.dossier d
    where d.id in (select n.dossier_id from commons.named_place n where n.street_id = ${id}
        and (${after}::uuid is null or n.dossier_id > ${after}::uuid))
      and d.kind = any(${kinds.every().map(({ name }) => name)}::text[])
    order by d.id limit ${batch} for no key update`.execute(db())
  for (const [name, some] of Map.groupBy(rows, ({ kind }) => kind)) {
    const fields = new Set(some.flatMap((one) => one.fields))
    for (const field of fields) await rename(id, kindNamed(name).table, field, some)
    // Each kind is given the rows of its own table.
    await actAs(system, () => refreshMany(kindNamed(name) as Kind<object>, some))
  }
  const last = rows.at(-1)
  if (last && rows.length === batch) await enqueue(tellOfStreet, { id, after: last.id })
})

/** Writes what a street is called now into the places of these dossiers, where they name it in this field. */
async function rename(
  id: string,
  table: string,
  field: string,
  some: readonly Naming[],
): Promise<void> {
  const column = sql.ref(field)
  await sql`
    update ${sql.table(table)} t
    set ${column} = (
      select jsonb_agg(case when e.place #>> '{street,id}' = ${id}
        then jsonb_set(e.place, '{street,name}', to_jsonb(s.title)) else e.place end order by e.at)
      from jsonb_array_elements(t.${column}) with ordinality as e (place, at))
    from commons.dossier s
    where s.id = ${id} and t.id = any(${some.flatMap((one) => (one.fields.includes(field) ? one.id : []))}::uuid[])`.execute(
    db(),
  )
}
