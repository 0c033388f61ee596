import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Generated } from 'kysely'
import { currentTenantId, db } from '#kernel/db'

interface FileTable {
  tenant_id: Generated<string>
  hash: string
  size: number
  created_at: Generated<Temporal.Instant>
}

declare module '#kernel/db' {
  interface Tables {
    'kernel.file': FileTable
  }
}

/** SHA-256 of the content, 64 hexadecimal digits. */
export type FileHash = string & { readonly file: unique symbol }

let root: string | undefined

/** Says where the bytes live; done once, at the start. */
export function useFileStore(folder: string): void {
  root = folder
}

function pathOf(hash: FileHash): string {
  if (!root) throw new Error('The file store is not set')
  // Each authority has a folder of its own, so that it can be exported or erased as one.
  return join(root, currentTenantId(), hash.slice(0, 2), hash)
}

/**
 * Keeps contents and returns their hashes, in the order given; the same content is kept once. The bytes are on
 * disk before the transaction commits: a roll-back leaves unreferenced files, never a reference without file.
 * Two queries at most.
 */
export async function storeFiles(contents: readonly Uint8Array[]): Promise<FileHash[]> {
  const hashes = contents.map(hashOf)
  if (contents.length === 0) return hashes
  const wanted = new Map(hashes.map((hash, at) => [hash, contents[at] ?? new Uint8Array()]))
  const known = await db()
    .selectFrom('kernel.file')
    .select('hash')
    .where('hash', 'in', [...wanted.keys()])
    .execute()
  for (const { hash } of known) wanted.delete(hash as FileHash) // The column holds nothing else.
  for (const [hash, bytes] of wanted) await write(pathOf(hash), bytes)
  const rows = [...wanted].map(([hash, { byteLength: size }]) => ({ hash, size }))
  if (rows.length > 0)
    await db()
      .insertInto('kernel.file')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'hash']).doNothing())
      .execute()
  return hashes
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as FileHash

/** Keeps one content. */
export async function storeFile(bytes: Uint8Array): Promise<FileHash> {
  await storeFiles([bytes])
  return hashOf(bytes)
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

/** The bytes of a file of the current authority. Throws where they are missing or were altered. */
export async function readStoredFile(hash: FileHash): Promise<Buffer> {
  const bytes = await readFile(pathOf(hash))
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== hash) throw new Error(`The stored file ${hash} was altered`)
  return bytes
}
