import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, open, rename, rm } from 'node:fs/promises'
import { finished, pipeline } from 'node:stream/promises'
import { extract, pack } from 'tar-stream'

/** A tar archive that is being written: it stands under its name once it is whole, for its owner alone to read. */
export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>
  /** Ends it: what was written is on the disk. */
  finish(): Promise<void>
  /** Leaves nothing of it. */
  discard(): Promise<void>
}

/** Begins an archive at `path`; it is written beside it, under another name. */
export function writeArchive(path: string): ArchiveWriter {
  const draft = `${path}.part`
  const tar = pack()
  const file = createWriteStream(draft, { mode: 0o600 })
  const written = pipeline(tar, file)
  written.catch(() => {}) // Told to whoever adds or finishes.
  return {
    add: (name, bytes) =>
      Promise.race([
        new Promise<void>((resolve, reject) => {
          const entry = tar.entry({ name, size: bytes.byteLength, mode: 0o600 }, (error) =>
            error ? reject(error) : resolve(),
          )
          entry.end(bytes)
        }),
        // Where the disk is full nobody asks for more: it is the file that says so.
        written.then(() => {
          throw new Error(`${draft} ended early`)
        }),
      ]),
    finish: async () => {
      tar.finalize()
      await written
      const handle = await open(draft, 'r')
      await handle.sync()
      await handle.close()
      await chmod(draft, 0o600)
      await rename(draft, path)
    },
    discard: async () => {
      tar.destroy()
      file.destroy()
      await finished(file).catch(() => {}) // It was ended early, which is no news.
      await rm(draft, { force: true })
    },
  }
}

/** No file of the house is larger, and none that says what an archive holds. */
const largest = { file: 2 ** 30, ofArchive: 2 ** 26 }

/** A file of an archive that does not come to its end, or would not. */
export class Unread extends Error {
  readonly file: string
  constructor(file: string, options?: ErrorOptions) {
    super(`${file} cannot be read to its end`, options)
    this.file = file
  }
}

/** No such file, or not to be read: the terminal says so in the words of the system. */
export const isOfTheSystem = (failure: unknown): boolean =>
  failure instanceof Error && 'syscall' in failure

/** What an archive holds, in its order. One that is cut short throws, `Unread` where it is within a file. */
export async function* readArchive(path: string): AsyncGenerator<{ name: string; bytes: Buffer }> {
  const tar = extract()
  const read = pipeline(createReadStream(path), tar)
  read.catch(() => {}) // Told by the loop, and again below.
  for await (const entry of tar) {
    const { name, size = 0 } = entry.header
    if (size > (name.includes('/') ? largest.file : largest.ofArchive)) throw new Unread(name)
    const pieces: Uint8Array[] = []
    try {
      for await (const piece of entry) if (piece instanceof Uint8Array) pieces.push(piece)
    } catch (failure) {
      throw isOfTheSystem(failure) ? failure : new Unread(name, { cause: failure })
    }
    yield { name, bytes: Buffer.concat(pieces) }
  }
  await read
}
