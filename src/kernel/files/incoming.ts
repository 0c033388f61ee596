import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream, openAsBlob } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileHash } from './hash.ts'

/**
 * A file that was just sent. Its bytes are on disk and are read when they are asked for; they are gone with the
 * request unless the store keeps them.
 */
export class SentFile extends File {
  readonly path: string
  readonly hash: FileHash
  /** Whether it was examined for viruses, and has none. */
  isClean = false

  constructor(bytes: Blob, name: string, path: string, hash: FileHash) {
    super([bytes], name)
    this.path = path
    this.hash = hash
  }
}

/** Writes what is being sent to a file of `folder`, as it comes. The file is removed where that fails. */
export async function takeIn(folder: string, name: string, sent: Readable): Promise<SentFile> {
  const path = join(folder, randomUUID())
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await pipeline(sent, hashing, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    await onDisk(path)
    return new SentFile(await openAsBlob(path), name, path, hash.digest('hex') as FileHash)
  } catch (failure) {
    await forgetSent({ path })
    throw failure
  }
}

async function onDisk(path: string): Promise<void> {
  const file = await open(path)
  await file.sync().finally(() => file.close())
}

/** Removes what was sent from where it came in; what the store keeps stays. */
export const forgetSent = ({ path }: Pick<SentFile, 'path'>): Promise<void> =>
  rm(path, { force: true })
