import { sql } from 'kysely'
import { fileName } from '#kernel/characters'
import { asRows, db } from '#kernel/db'
import { NotFound } from '#kernel/errors'
import { type FileHash, needsFiles, SentFile, storeFiles } from '#kernel/files'
import { isId } from '#kernel/http'
import { t } from '#kernel/i18n'
import { forgetPart, indexParts } from '#kernel/search'
import { type Dossier, kindNamed, tell, tellMany } from '#commons/dossiers'
import { contentTypeOf } from './content-type.ts'
import { titleOf } from './file-name.ts'
import { ensureFit } from './fits.ts'
import { askToScan } from './scan.ts'
import { askToRead } from './words.ts'
import './tables.ts'

/** How long the bytes of an annex are kept after it was withdrawn: by mistake, it may be asked for. */
export const keptWithdrawn = 'P30D'

needsFiles(
  'commons.annex',
  sql`select hash from commons.annex
    where removed_at is null or removed_at > now() - ${keptWithdrawn}::interval`,
)

/** A file of a dossier (annexe). */
export interface Annex {
  id: string
  title: string
  file_name: string
  content_type: string
  hash: FileHash
  /** In bytes. */
  size: number
  /** Whether search found its words: `no_text` has none, `unreadable` is found by its title alone. */
  words: 'waiting' | 'read' | 'no_text' | 'unreadable'
}

const columns = ['id', 'title', 'file_name', 'content_type', 'hash', 'size', 'words'] as const

/** The annexes of a dossier, in the order they came. The caller has made sure that it may be seen. */
export const annexesOf = async (dossierId: string): Promise<Annex[]> =>
  (await annexesOfMany([dossierId])).get(dossierId) ?? []

/** The annexes of dossiers, by the id of each, in the order they came. One query. */
export async function annexesOfMany(
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, Annex[]>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db()
    .selectFrom('commons.annex')
    .select([...columns, 'dossier_id'])
    .where('dossier_id', 'in', [...dossierIds])
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const found = new Map<string, Annex[]>()
  for (const { dossier_id, ...annex } of rows)
    found.set(dossier_id, [...(found.get(dossier_id) ?? []), annex])
  return found
}

/** A file to be added to a dossier. */
export interface NewAnnex {
  dossier: Pick<Dossier, 'id' | 'kind'>
  name: string
  title?: string
  bytes: Uint8Array | SentFile
  /** Of an archive that is taken over as it stands: it need not be what its name says. */
  archived?: boolean
}

/**
 * Adds files to dossiers: a statement a table, however many. Their types are told from the content where they can
 * be. Returns them in the order given. Throws `Invalid` where one is not what its name says, or is a program.
 */
export async function addAnnexes(files: readonly NewAnnex[]): Promise<Annex[]> {
  if (files.length === 0) return []
  await ensureFit(files.filter(({ archived }) => !archived))
  const hashes = await storeFiles(files.map(({ bytes }) => bytes))
  const starts = await Promise.all(files.map(({ bytes }) => startOf(bytes)))
  const rows = files.flatMap(({ dossier, name, title, bytes }, at) => {
    const hash = hashes[at]
    if (!hash) return []
    return {
      dossier_id: dossier.id,
      title: fileName(title ?? '') || titleOf(nameOf(name)),
      file_name: nameOf(name),
      content_type: contentTypeOf(name, starts[at] ?? new Uint8Array()),
      hash,
      size: bytes instanceof SentFile ? bytes.size : bytes.byteLength,
      removed_at: null,
      ...(bytes instanceof SentFile && bytes.isClean && { scan: 'clean' as const }),
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
  // Found by their titles at once, by their words once a job has read them.
  await indexParts(
    added.map(({ id, dossier_id, title, file_name }) => {
      return { subjectId: dossier_id, partId: id, title, body: file_name }
    }),
  )
  await askToRead()
  await askToScan()
  return added
}

/** As it is shown, which may be nothing of what was sent. */
const nameOf = (name: string) => fileName(name) || t('annexes.unnamed')

/** Its first bytes, which say what it is. */
const startOf = (content: Uint8Array | SentFile) =>
  content instanceof SentFile ? content.slice(0, 16).bytes() : content.subarray(0, 16)

/** Adds a file to one dossier. */
export async function addAnnex(dossier: Dossier, file: Omit<NewAnnex, 'dossier'>): Promise<Annex> {
  const [added] = await addAnnexes([{ ...file, dossier }])
  if (!added) throw new Error(`No annex was added to ${dossier.id}`)
  return added
}

/** Gives dossiers the annexes of others as they stand, with their titles and days: the same bytes, kept once; all, or these alone. */
export async function copyAnnexes(
  pairs: readonly { from: string; to: Pick<Dossier, 'id'> }[],
  only: readonly string[] | null = null,
): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map(({ from, to }) => ({ source: from, target: to.id }))
  const { rows: copied } = await sql<Pick<Annex, 'id' | 'title' | 'file_name'> & { to: string }>`
    insert into commons.annex (dossier_id, title, file_name, content_type, hash, size, scan, added_at)
    select p.target, a.title, a.file_name, a.content_type, a.hash, a.size, a.scan, a.added_at
    from jsonb_to_recordset(${asRows(rows)}) as p (source uuid, target uuid)
    join commons.annex a on a.dossier_id = p.source and a.removed_at is null
      and (${only}::uuid[] is null or a.id = any(${only}::uuid[]))
    order by a.id returning id, dossier_id as "to", title, file_name`.execute(db())
  await indexParts(
    copied.map(({ id, to, title, file_name }) => {
      return { subjectId: to, partId: id, title, body: file_name }
    }),
  )
  await askToRead()
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
  await forgetPart({ subjectId: dossier.id, partId: annexId })
  await tell(kindNamed(dossier.kind), dossier.id, 'remove_annex', { title: removed.title })
}

/** How many annexes a dossier has, in a query where it stands as `d`. */
export const annexCount = sql<number>`(select count(*)::int from commons.annex a
  where a.tenant_id = d.tenant_id and a.dossier_id = d.id and a.removed_at is null)`
