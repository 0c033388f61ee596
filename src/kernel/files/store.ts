import { createHash, randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SentFile } from './incoming.ts'

/** SHA-256 of the content, 64 hexadecimal digits. */
export type FileHash = string & { readonly file: unique symbol }

let root: string | undefined

/** Says where the bytes live; done once, at the start. */
export function useFileStore(folder: string): void {
  root = folder
}

export function rootFolder(): string {
  if (!root) throw new Error('The file store is not set')
  return root
}

/** Each authority has a folder of its own, so that it can be exported or erased as one. */
const folderOf = (authority: string) => join(rootFolder(), authority)

export const pathOf = (authority: string, hash: string): string =>
  join(folderOf(authority), hash.slice(0, 2), hash)

/** Writes bytes under their hash; what stood there is replaced at once or not at all. */
export async function keep(path: string, content: Uint8Array | SentFile): Promise<void> {
  // Nobody else of the machine reads it: a closed session has annexes too.
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  try {
    if (content instanceof SentFile) await secondName(content.path, draft)
    else await write(draft, content)
    await rename(draft, path)
  } catch (failure) {
    await rm(draft, { force: true })
    throw failure
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A second name of the same bytes, or where the file system knows none, a copy. */
const secondName = (from: string, to: string) =>
  link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_EXCL))

const isMissing = (failure: unknown) =>
  failure instanceof Error && 'code' in failure && failure.code === 'ENOENT'

/** What is on the disk under a hash: the bytes that it names, others, or none. */
export async function conditionOf(
  authority: string,
  hash: string,
): Promise<'whole' | 'damaged' | 'lost'> {
  const found = createHash('sha256')
  try {
    await pipeline(createReadStream(pathOf(authority, hash)), found)
  } catch (failure) {
    if (isMissing(failure)) return 'lost'
    throw failure
  }
  return found.digest('hex') === hash ? 'whole' : 'damaged'
}

/** The bytes under a hash, for a backup; undefined where they are lost or damaged. */
export async function bytesOnDisk(authority: string, hash: string): Promise<Buffer | undefined> {
  const bytes = await readFile(pathOf(authority, hash)).catch((failure: unknown) => {
    if (!isMissing(failure)) throw failure
  })
  return bytes && hashOfBytes(bytes) === hash ? bytes : undefined
}

/** Whether bytes are those that a hash names. */
export const areBytesOf = (hash: string, bytes: Uint8Array): boolean => hashOfBytes(bytes) === hash

/** Writes bytes that come from a backup. Throws where they are not those of the hash. */
export async function putOnDisk(authority: string, hash: string, bytes: Uint8Array): Promise<void> {
  if (!areBytesOf(hash, bytes)) throw new Error(`The file ${hash} of the archive is damaged`)
  await keep(pathOf(authority, hash), bytes)
}

export const hashOfBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** What lies in the folder of an authority: paths, with the last part of each and when it was written. */
export async function lyingAbout(
  authority: string,
): Promise<{ path: string; name: string; writtenAt: number }[]> {
  const entries = await readdir(folderOf(authority), {
    recursive: true,
    withFileTypes: true,
  }).catch((failure: unknown) => {
    if (!isMissing(failure)) throw failure
    return []
  })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      const { mtimeMs } = await stat(path)
      return { path, name, writtenAt: mtimeMs }
    }),
  )
}

/** Takes bytes away again that were put there, with the folders that are empty then. */
export async function takeOffDisk(authority: string, hash: string): Promise<void> {
  const path = pathOf(authority, hash)
  await rm(path, { force: true })
  for (const folder of [dirname(path), folderOf(authority)]) await rmdir(folder).catch(() => {}) // Others lie there.
}

/** Removes all files of an authority that was erased. */
export const dropFilesOf = (authority: string): Promise<void> =>
  rm(folderOf(authority), { recursive: true, force: true })

/** The folders that may hold the same bytes. */
export const authoritiesOnDisk = async (): Promise<string[]> =>
  (await readdir(rootFolder()).catch(() => [])).filter((name) => /^[0-9a-f-]{36}$/.test(name))
