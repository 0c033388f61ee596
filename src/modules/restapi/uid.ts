import { sql } from 'kysely'
import { db } from '#kernel/db'
import { isId } from '#kernel/http'

/** The system whose ids are known of what was imported from there. */
export const plonemeeting = 'plonemeeting'

/** Ids as PloneMeeting writes them: 32 signs. */
export const uidOf = (id: string): string => id.replaceAll('-', '')

/** The id that such a UID is; nothing where it is none of ours. */
export function idOfUid(uid: string): string | undefined {
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(uid.replaceAll('-', '')) ?? []
  const id = parts.join('-').toLowerCase()
  return isId(id) ? id : undefined
}

/** By what UIDs dossiers are known: what was taken over from PloneMeeting keeps its own. One query. */
export async function uidsOf(ids: readonly string[]): Promise<(id: string) => string> {
  if (ids.length === 0) return uidOf
  const { rows } = await sql<{ id: string; uid: string }>`
    select dossier_id as id, min(external_id) as uid from commons.external_id
    where source = ${plonemeeting} and dossier_id = any(${[...ids]}::uuid[]) and external_id not like 'annex:%'
    group by dossier_id`.execute(db())
  const known = new Map(rows.map(({ id, uid }) => [id, uid]))
  return (id) => known.get(id) ?? uidOf(id)
}

/** The dossiers that these UIDs name, in this order: our own ids, or those that they had in PloneMeeting. One query. */
export async function idsOf(uids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ uid: string; id: string }>`
    select external_id as uid, dossier_id as id from commons.external_id
    where source = ${plonemeeting} and external_id = any(${[...uids]}::text[])`.execute(db())
  const known = new Map(rows.map(({ uid, id }) => [uid, id]))
  return uids.flatMap((uid) => known.get(uid) ?? idOfUid(uid) ?? [])
}
