import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Generated, sql } from 'kysely'
import { currentTenantId, db } from '#kernel/db'
import { type FileHash, hashOfBytes } from './hash.ts'
import { SentFile, takeIn } from './incoming.ts'
import { whileKeeping } from './lock.ts'
import { bytesUnder, conditionOf, rootFolder, store } from './store.ts'

export { forgetSent, SentFile } from './incoming.ts'
export { closeToOthers } from './modes.ts'
export { freeRoom } from './room.ts'
export { keepingFiles } from './lock.ts'
export { inBucket } from './bucket.ts'
export { inFolder } from './folder.ts'
export type { FileHash } from './hash.ts'
export { copyFiles } from './move.ts'
export {
  areBytesOf,
  areFilesReached,
  conditionOf,
  dropFilesOf,
  putBack,
  rootFolder,
  store,
  storedBytes,
  takeAway,
  useFileStore,
} from './store.ts'
export { needsFiles, sweepFiles, tablesThatNeedFiles } from './sweep.ts'
export { verifyFiles } from './verify.ts'

interface FileTable {
  tenant_id: Generated<string>
  hash: string
  size: number
  created_at: Generated<Temporal.Instant>
  /** Since when the bytes are erased. */
  erased_at: Generated<Temporal.Instant | null>
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.file': FileTable
  }
}

/** Where what is being sent comes in: where the store is a folder, on its disk, so that keeping it copies nothing. */
const comingIn = () => join(rootFolder(), '.coming-in')

/** Writes what is being sent to disk, as it comes; `forgetSent` is for whoever asked. */
export const receiveFile = (name: string, sent: Readable): Promise<SentFile> =>
  takeIn(comingIn(), name, sent)

/** Removes what was being sent when an earlier process ended; done once, at the start. */
export const forgetAllSent = (): Promise<void> => rm(comingIn(), { recursive: true, force: true })

/**
 * Keeps contents, in memory or as they were sent, and returns their hashes, in the order given; the same content
 * is kept once, and again where it was lost, damaged or erased meanwhile. The bytes are on disk before the
 * transaction commits: a roll-back leaves unreferenced files, never a reference without file.
 */
export async function storeFiles(
  contents: readonly (Uint8Array | SentFile)[],
): Promise<FileHash[]> {
  const hashes = contents.map(hashOf)
  if (contents.length === 0) return hashes
  await whileKeeping()
  const wanted = new Map(hashes.map((hash, at) => [hash, contents[at] ?? new Uint8Array()]))
  const known = await db()
    .selectFrom('kernel.file')
    .select(['hash', 'erased_at'])
    .where('hash', 'in', [...wanted.keys()])
    .execute()
  const there = new Set(known.map(({ hash }) => hash))
  for (const [hash, content] of wanted)
    if (!there.has(hash) || (await conditionOf(currentTenantId(), hash)) !== 'whole')
      await store().keep(currentTenantId(), hash, content)
  const back = known.flatMap(({ hash, erased_at }) => (erased_at ? [hash] : []))
  if (back.length > 0) await sql`select kernel.file_is_back(${back}::text[])`.execute(db())
  const rows = [...wanted].flatMap(([hash, content]) =>
    there.has(hash) ? [] : [{ hash, size: sizeOf(content) }],
  )
  if (rows.length > 0)
    await db()
      .insertInto('kernel.file')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'hash']).doNothing())
      .execute()
  return hashes
}

const hashOf = (content: Uint8Array | SentFile) =>
  // Both are SHA-256 of the content.
  content instanceof SentFile ? content.hash : (hashOfBytes(content) as FileHash)

const sizeOf = (content: Uint8Array | SentFile) =>
  content instanceof SentFile ? content.size : content.byteLength

/** Keeps one content. */
export async function storeFile(bytes: Uint8Array): Promise<FileHash> {
  await storeFiles([bytes])
  return hashOf(bytes)
}

/** The bytes of a file of the current authority. Throws where they are missing or were altered. */
export async function readStoredFile(hash: FileHash): Promise<Buffer> {
  const bytes = await bytesUnder(currentTenantId(), hash)
  if (!bytes) throw new Error(`The stored file ${hash} is lost`)
  if (hashOfBytes(bytes) !== hash) throw new Error(`The stored file ${hash} was altered`)
  return bytes
}
