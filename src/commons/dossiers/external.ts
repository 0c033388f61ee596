import { sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import './tables.ts'

/** What was imported from another system: its id there → the dossier here and a hash of the content. */
export async function importedFrom(
  source: string,
): Promise<Map<string, { dossierId: string; contentHash: string }>> {
  const rows = await db()
    .selectFrom('commons.external_id')
    .select(['external_id', 'dossier_id', 'content_hash'])
    .where('source', '=', source)
    .execute()
  return new Map(
    rows.map((row) => [
      row.external_id,
      { dossierId: row.dossier_id, contentHash: row.content_hash },
    ]),
  )
}

/** By what id another system knows a dossier, and a hash of what it says of it. */
export interface Known {
  externalId: string
  dossierId: string
  contentHash: string
}

/** Remembers by what ids another system knows dossiers, in one statement. */
export async function rememberImports(source: string, known: readonly Known[]): Promise<void> {
  await sql`
    insert into commons.external_id (source, external_id, dossier_id, content_hash)
    select ${source}, "externalId", "dossierId", "contentHash"
    from jsonb_to_recordset(${asRows(known)})
      as k ("externalId" text, "dossierId" uuid, "contentHash" text)`.execute(db())
}

/** Remembers by what id another system knows one dossier. */
export const rememberImport = (
  source: string,
  externalId: string,
  dossierId: string,
  contentHash: string,
): Promise<void> => rememberImports(source, [{ externalId, dossierId, contentHash }])
