import { type Generated, sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { type FileHash, needsFiles, readStoredFile } from '#kernel/files'

declare module '#kernel/db' {
  interface Tables {
    'commons.publication_file': {
      tenant_id: Generated<string>
      publication_hash: string
      hash: FileHash
      file_name: string
      type: string
      size: number
    }
  }
}

needsFiles('commons.publication_file', sql`select hash from commons.publication_file`)

/** A file that leaves with a copy: bytes of its own, made for everybody. */
export interface PublicFile {
  /** SHA-256 of its bytes, which the content of the copy names. */
  hash: string
  /** As it is downloaded. */
  name: string
  type: string
  /** In bytes. */
  size: number
}

/** Nobody is given what nothing that was hashed names. Throws where the content of a copy leaves one of its files out. */
export function ensureNamed(content: unknown, files: readonly PublicFile[]): void {
  const said = files.length === 0 ? '' : JSON.stringify(content)
  for (const { hash, name } of files)
    if (!said.includes(`"${hash}"`)) throw new Error(`The copy does not name its file ${name}`)
}

/** Opens files to everybody for as long as a copy that names them is public. */
export async function keepPublicFiles(copy: string, files: readonly PublicFile[]): Promise<void> {
  if (files.length === 0) return
  await sql`
    insert into commons.publication_file (publication_hash, hash, file_name, type, size)
    select ${copy}, f.hash, f.name, f.type, f.size
    from jsonb_to_recordset(${asRows(files)}) as f (hash text, name text, type text, size bigint)
    on conflict do nothing`.execute(db())
}

/** A file that a public copy names, for a public transaction; undefined where none does. */
export async function publicFile(
  hash: string,
): Promise<(PublicFile & { bytes: Buffer }) | undefined> {
  const found = await db()
    .selectFrom('commons.publication_file')
    .select(['hash', 'file_name as name', 'type', 'size'])
    .where('hash', '=', hash as FileHash) // It is only compared.
    .executeTakeFirst()
  return found && { ...found, bytes: await readStoredFile(found.hash) }
}
