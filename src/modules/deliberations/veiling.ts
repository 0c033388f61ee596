import { sql } from 'kysely'
import { actAs, system } from '#kernel/access'
import { db } from '#kernel/db'
import { refreshMany } from '#commons/dossiers'
import { items } from './item.ts'

/** Veils points, or unveils them (`veil.ts`); what is found of them follows. */
export async function veilMany(ids: readonly string[], veiled: boolean): Promise<void> {
  const { rows } = await sql<{ id: string }>`update deliberations.item set veiled = ${veiled}
    where id = any(${[...ids]}::uuid[]) and veiled <> ${veiled} returning id`.execute(db())
  await actAs(system, () => refreshMany(items, rows))
}
