import { type Generated, sql } from 'kysely'
import { db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type FileHash, storeFiles } from '#kernel/files'
import { isId } from '#kernel/http'
import { type Dossier, kindNamed, tell, tellMany } from '#commons/dossiers'
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

/** A file to be added to a dossier. */
export interface NewAnnex {
  dossier: Pick<Dossier, 'id' | 'kind'>
  name: string
  title?: string
  bytes: Uint8Array
}

/**
 * Adds files to dossiers: a statement a table, however many. Their types are told from the content where they can
 * be. Returns them in the order given.
 */
export async function addAnnexes(files: readonly NewAnnex[]): Promise<Annex[]> {
  if (files.length === 0) return []
  const hashes = await storeFiles(files.map(({ bytes }) => bytes))
  const rows = files.flatMap(({ dossier, name, title, bytes }, at) => {
    const hash = hashes[at]
    if (!hash) return []
    return {
      dossier_id: dossier.id,
      title: title?.trim() || withoutExtension(name),
      file_name: name,
      content_type: contentTypeOf(name, bytes),
      hash,
      size: bytes.byteLength,
      removed_at: null,
    }
  })
  const added = await db()
    .insertInto('commons.annex')
    .values(rows)
    .returning([...columns, 'dossier_id'])
    .execute()
  for (const kind of new Set(files.map(({ dossier }) => dossier.kind))) {
    const own = files.flatMap(({ dossier }) => (dossier.kind === kind ? dossier.id : []))
    const ids = new Set<string>(own)
    const deeds = added
      .filter(({ dossier_id }) => ids.has(dossier_id))
      .map(({ dossier_id: subjectId, title }) => ({ subjectId, data: { title } }))
    await tellMany(kindNamed(kind), 'add_annex', deeds)
  }
  return added
}

/** Adds a file to one dossier. */
export async function addAnnex(dossier: Dossier, file: Omit<NewAnnex, 'dossier'>): Promise<Annex> {
  const [added] = await addAnnexes([{ ...file, dossier }])
  if (!added) throw new Error(`No annex was added to ${dossier.id}`)
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

/** How many annexes a dossier has, in a query where it stands as `d`. */
export const annexCount = sql<number>`(select count(*)::int from commons.annex a
  where a.tenant_id = d.tenant_id and a.dossier_id = d.id and a.removed_at is null)`
