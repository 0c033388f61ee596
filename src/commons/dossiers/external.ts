import { db } from '#kernel/db'
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

/** Remembers by what id another system knows a dossier. */
export async function rememberImport(
  source: string,
  externalId: string,
  dossierId: string,
  contentHash: string,
): Promise<void> {
  await db()
    .insertInto('commons.external_id')
    .values({ source, external_id: externalId, dossier_id: dossierId, content_hash: contentHash })
    .execute()
}
