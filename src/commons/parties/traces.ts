import { sql } from 'kysely'
import { db } from '#kernel/db'
import { InUse, seen } from '#commons/dossiers'
import { type KnownParty, partiesBy } from './known.tsx'
import { type NamesParties, namesParties } from './party.ts'

/** Those that were found to be this one. */
export async function mergedInto(id: string): Promise<KnownParty[]> {
  const { rows } = await sql<{ id: string }>`
    select id from commons.party where merged_into = ${id} order by id`.execute(db())
  return partiesBy(rows.map((row) => row.id))
}

/** The ids of the dossiers that name one of these; nothing where no trade names any. */
const namingAny = (places: readonly NamesParties[], ids: readonly string[]) => {
  const each = places.map(
    ({ table, column, keeps }) =>
      sql`select id from ${sql.table(table)} where ${sql.ref(column)} && ${[...ids]}::uuid[]
        and ${keeps ?? sql`true`}`,
  )
  return each.length > 0 ? sql`${sql.join(each, sql` union all `)}` : undefined
}

/**
 * Before dossiers are destroyed: throws `InUse` where one is a party that another dossier names. Dossiers that do not keep it
 * name it no more.
 */
export async function ensureUnnamed(ids: readonly string[]): Promise<void> {
  const places = namesParties.every()
  const some = namingAny(places, ids)
  if (!some) return
  const { rows } = await sql<{ title: string }>`
    select title from commons.dossier where id = any(${[...ids]}::uuid[]) and kind = 'parties.party'
      and exists (${some})`.execute(db())
  if (rows[0]) throw new InUse(rows[0].title, 'commons.party')
  for (const { table, column } of places.filter(({ keeps }) => keeps)) {
    const [where, name] = [sql.table(table), sql.ref(column)]
    await sql`update ${where} set ${name} = array(select each from unnest(${name}) each
        where each <> all(${[...ids]}::uuid[])) where ${name} && ${[...ids]}::uuid[]`.execute(db())
  }
}

/** The dossiers that name a party, of those that the one who acts may see, the last changed first. */
export async function naming(
  id: string,
): Promise<{ kind: string; id: string; title: string; reference: string }[]> {
  const some = namingAny(
    namesParties.all().map(({ table, column }) => ({ table, column })),
    [id],
  )
  if (!some) return []
  const { rows } = await sql<{ kind: string; id: string; title: string; reference: string }>`
    select d.kind, d.id, d.title, d.reference from commons.dossier d
    where d.id in (${some}) and ${seen()}
    order by d.changed_at desc, d.id`.execute(db())
  return rows
}
