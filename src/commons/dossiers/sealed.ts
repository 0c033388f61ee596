import { sql } from 'kysely'
import { db, loadedOnce } from '#kernel/db'

/** Whether dossiers are sealed, of those that the open transaction read, made or asked about. */
const known = loadedOnce(async () => new Map<string, boolean>())

/** Keeps what was read of dossiers: before a deed nobody asks again, since who seals one locks it first. */
export async function noteSealed(some: readonly { id: string; sealed: boolean }[]): Promise<void> {
  const map = await known.get()
  for (const { id, sealed } of some) map.set(id, sealed)
}

/** Whether one of these dossiers is sealed. */
export async function anySealed(ids: readonly string[]): Promise<boolean> {
  const map = await known.get()
  const unknown = ids.filter((id) => !map.has(id))
  if (unknown.length > 0) {
    const { rows } = await sql<{ id: string; sealed: boolean }>`
      select id, sealed from commons.dossier where id = any(${unknown}::uuid[])`.execute(db())
    await noteSealed(rows)
  }
  return ids.some((id) => map.get(id) === true)
}

/** Seals dossiers: from now on nothing rewrites them, the house neither. */
export async function sealDossiers(ids: readonly string[]): Promise<void> {
  await sql`update commons.dossier set sealed = true where id = any(${[...ids]}::uuid[])`.execute(
    db(),
  )
  await noteSealed(ids.map((id) => ({ id, sealed: true })))
}
