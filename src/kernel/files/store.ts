import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BucketSettings } from '#kernel/config'
import { inBucket } from './bucket.ts'
import { inFolder } from './folder.ts'
import { hashOfBytes, placeOf } from './hash.ts'
import type { SentFile } from './incoming.ts'

/** What lies in a store under any name. */
export interface Lying {
  /** By what it is taken away. */
  place: string
  /** The last part of its place: of what was kept, its hash. */
  name: string
  /** In milliseconds of the epoch. */
  writtenAt: number
}

/** Where bytes are kept: each authority apart, so that it can be exported or erased as one. */
export interface Store {
  /** Writes bytes under their hash; what stood there is replaced at once or not at all. */
  keep(authority: string, hash: string, content: Uint8Array | SentFile): Promise<void>
  /** Null: there are none. */
  read(authority: string, hash: string): Promise<Readable | null>
  lying(authority: string): Promise<Lying[]>
  remove(authority: string, place: string): Promise<void>
  removeAll(authority: string): Promise<void>
  /** Throws where it cannot be reached. */
  reach(): Promise<void>
}

let root: string | undefined
let used: Store | undefined
let asked = { at: Number.NEGATIVE_INFINITY, whether: Promise.resolve(true) }
/** How long an answer is believed, in milliseconds. */
const believed = 10_000

/**
 * Says where bytes are kept: in a folder, or in a bucket of an S3 server. What is being sent comes into the folder
 * all the same. Done once, at the start.
 */
export function useFileStore(folder: string, bucket: BucketSettings | null = null): void {
  root = folder
  asked = { ...asked, at: Number.NEGATIVE_INFINITY }
  used = bucket ? inBucket(bucket) : inFolder(folder)
}

export function rootFolder(): string {
  if (!root) throw new Error('The file store is not set')
  return root
}

export function store(): Store {
  if (!used) throw new Error('The file store is not set')
  return used
}

/** Whether files can be read and kept now; whoever asks often is told what was found last. */
export function areFilesReached(): Promise<boolean> {
  const now = performance.now()
  if (now - asked.at > believed) {
    const whether = Promise.resolve()
      .then(() => store().reach())
      .then(
        () => true,
        () => false,
      )
    asked = { at: now, whether }
  }
  return asked.whether
}

/** What is kept under a hash: the bytes that it names, others, or none. */
export type Condition = 'whole' | 'damaged' | 'lost'

export async function conditionOf(
  authority: string,
  hash: string,
  within: Store = store(),
): Promise<Condition> {
  const bytes = await within.read(authority, hash)
  if (!bytes) return 'lost'
  const found = createHash('sha256')
  await pipeline(bytes, found)
  return found.digest('hex') === hash ? 'whole' : 'damaged'
}

/** All bytes under a hash, whatever they are; undefined where they are lost. */
export async function bytesUnder(
  authority: string,
  hash: string,
  within: Store = store(),
): Promise<Buffer | undefined> {
  const coming = await within.read(authority, hash)
  if (!coming) return undefined
  const pieces: Uint8Array[] = []
  for await (const piece of coming) if (piece instanceof Uint8Array) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The bytes under a hash, for a backup; undefined where they are lost or damaged. */
export async function storedBytes(
  authority: string,
  hash: string,
  within: Store = store(),
): Promise<Buffer | undefined> {
  const bytes = await bytesUnder(authority, hash, within)
  return bytes && areBytesOf(hash, bytes) ? bytes : undefined
}

/** Whether bytes are those that a hash names. */
export const areBytesOf = (hash: string, bytes: Uint8Array): boolean => hashOfBytes(bytes) === hash

/** Keeps bytes that come from a backup. Throws where they are not those of the hash. */
export async function putBack(authority: string, hash: string, bytes: Uint8Array): Promise<void> {
  if (!areBytesOf(hash, bytes)) throw new Error(`The file ${hash} of the archive is damaged`)
  await store().keep(authority, hash, bytes)
}

/** Takes bytes away again that were put back. */
export const takeAway = (authority: string, hash: string): Promise<void> =>
  store().remove(authority, placeOf(hash))

/** Removes all files of an authority that was erased. */
export const dropFilesOf = (authority: string): Promise<void> => store().removeAll(authority)
