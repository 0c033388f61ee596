import type { Generated } from 'kysely'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type FileHash, storeFile } from '#kernel/files'
import { isId } from '#kernel/http'
import { type Dossier, kindNamed, tell } from '#commons/dossiers'
import { contentTypeOf } from './content-type.ts'

interface AnnexTable {
  tenant_id: Generated<string>
  id: Generated<string>
  dossier_id: string
  title: string
  file_name: string
  content_type: string
  hash: FileHash
  size: number
  added_at: Generated<Temporal.Instant>
  removed_at: Temporal.Instant | null
}

declare module '#kernel/db' {
  interface Tables {
    'commons.annex': AnnexTable
  }
}

/** A file of a dossier (annexe). */
export interface Annex {
  id: string
  title: string
  file_name: string
  content_type: string
  hash: FileHash
  /** In bytes. */
  size: number
}

const columns = ['id', 'title', 'file_name', 'content_type', 'hash', 'size'] as const

/** The annexes of a dossier, in the order they came. The caller has made sure that it may be seen. */
export function annexesOf(dossierId: string): Promise<Annex[]> {
  return db()
    .selectFrom('commons.annex')
    .select(columns)
    .where('dossier_id', '=', dossierId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Adds a file to a dossier. Its type is told from the content where it can be. */
export async function addAnnex(
  dossier: Dossier,
  file: { name: string; title?: string; bytes: Uint8Array },
): Promise<Annex> {
  const added = await db()
    .insertInto('commons.annex')
    .values({
      dossier_id: dossier.id,
      title: file.title?.trim() || withoutExtension(file.name),
      file_name: file.name,
      content_type: contentTypeOf(file.name, file.bytes),
      hash: await storeFile(file.bytes),
      size: file.bytes.byteLength,
      removed_at: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  await tell(kindNamed(dossier.kind), dossier.id, 'add_annex', { title: added.title })
  return added
}

/** What is done to the annexes of a dossier, for its kind to declare. */
export const annexVerbs = ['add_annex', 'remove_annex'] as const

/** Withdraws an annex: it leaves the dossier and stays in history. Throws `NotFound` where it is not there. */
export async function removeAnnex(dossier: Dossier, annexId: string): Promise<void> {
  if (!isId(annexId)) throw new NotFound()
  const removed = await db()
    .updateTable('commons.annex')
    .set({ removed_at: Temporal.Now.instant() })
    .where('id', '=', annexId)
    .where('dossier_id', '=', dossier.id)
    .where('removed_at', 'is', null)
    .returning('title')
    .executeTakeFirst()
  if (!removed) throw new NotFound()
  await tell(kindNamed(dossier.kind), dossier.id, 'remove_annex', { title: removed.title })
}

const withoutExtension = (name: string) => name.replace(/\.\w{1,5}$/, '') || name
