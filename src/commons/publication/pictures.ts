import { type Generated, sql } from 'kysely'
import { asRows, db } from '#kernel/db'
import { type FileHash, needsFiles, readStoredFile } from '#kernel/files'
import { pictureAnswer } from '#kernel/pictures'
import { picture } from '#kernel/textparts'

declare module '#kernel/db' {
  interface Tables {
    'commons.publication_picture': {
      tenant_id: Generated<string>
      publication_hash: string
      hash: FileHash
    }
  }
}

needsFiles('commons.publication_picture', sql`select hash from commons.publication_picture`)

const shown = new RegExp(`<${picture.tag} src=\\\\?"${picture.openFolder}([0-9a-f]{64})`, 'g')

/** Keeps the pictures of a copy as long as the copy stands: they are part of what was hashed, by their own hashes. */
export async function keepPublicPictures(copy: string, content: unknown): Promise<void> {
  const found = new Set(
    [...JSON.stringify(content).matchAll(shown)].flatMap(([, one]) => one ?? []),
  )
  if (found.size === 0) return
  const rows = [...found].map((hash) => ({ hash }))
  await sql`
    insert into commons.publication_picture (publication_hash, hash)
    select ${copy}, p.hash from jsonb_to_recordset(${asRows(rows)}) as p (hash text)
    join kernel.file f on f.hash = p.hash`.execute(db())
}

/** A picture of a copy that is public, for a public transaction; undefined where none has it. */
export async function publicPicture(hash: string): Promise<Response | undefined> {
  const found = await db()
    .selectFrom('commons.publication_picture')
    .select('hash')
    .where('hash', '=', hash as FileHash) // It is only compared.
    .executeTakeFirst()
  return found && pictureAnswer(await readStoredFile(found.hash), 'public, max-age=3600')
}
