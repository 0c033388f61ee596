import { gunzipSync } from 'node:zlib'
import { StartFailure } from '#kernel/db'
import { areBytesOf } from '#kernel/files'
import { readArchive } from './archive.ts'
import { strangerIn } from './belonging.ts'
import {
  bytesFile,
  Ending,
  endingFile,
  jobsFile,
  Manifest,
  manifestFile,
  rowsFile,
} from './manifest.ts'

/** What is wrong with an archive or with the place where it is to go, in a sentence. Nothing was written. */
export class Unrestorable extends StartFailure {}

/** An archive whose every file was read and found as its backup wrote it; what fills its last block is no part of it. */
export interface WholeArchive {
  readonly path: string
  readonly manifest: Manifest
  readonly ending: Ending
}

/**
 * Reads an archive from front to end, before anything is opened or written: rows unpack, files have their hash, all that
 * its end counts is there, and nothing comes after; an archive of one authority holds nothing of another. Throws `Unrestorable`.
 */
export async function wholeArchive(path: string): Promise<WholeArchive> {
  let manifest: Manifest | undefined
  let last = manifestFile
  try {
    const found: Ending = { rows: {}, jobs: 0, files: 0, lost: [] }
    let ending: Ending | undefined
    const known = new Set<string>()
    for await (const { name, bytes } of readArchive(path)) {
      last = name
      if (!manifest) {
        if (name !== manifestFile) break
        manifest = Manifest.parse(JSON.parse(bytes.toString()))
        for (const table of manifest.tables) found.rows[table.name] = 0
      } else if (ending || known.has(name)) {
        throw new Unrestorable(`${path} holds more than one archive: nothing was restored.`)
      } else if (name === endingFile) ending = Ending.parse(JSON.parse(bytes.toString()))
      else {
        ensureItsOwn(manifest, path, name, bytes)
        count(found, name, bytes)
      }
      known.add(name)
    }
    if (manifest && ending && counts(ending) === counts(found)) return { path, manifest, ending }
  } catch (failure) {
    if (failure instanceof Unrestorable || isOfTheSystem(failure)) throw failure
    // Whatever else cannot be read is damage, of which the sentence below says where.
  }
  if (!manifest) throw new Unrestorable(`${path} is no archive of this program, or of a later one.`)
  throw new Unrestorable(`${path} is damaged or cut short, at ${last}: nothing was restored.`)
}

/** Who was handed an archive of one authority brings nothing of another in by it. Throws `Unrestorable`. */
function ensureItsOwn(manifest: Manifest, path: string, name: string, bytes: Buffer): void {
  const stranger = strangerIn(manifest, name, () => linesOf(bytes))
  if (stranger)
    throw new Unrestorable(
      `${path} is to bring the authority ${manifest.authority?.slug} alone, and holds ${stranger} ` +
        'that are not of it: nothing was restored. Somebody may have changed it.',
    )
}

/** Counts one file of an archive, which is whole. */
function count(found: Ending, name: string, bytes: Buffer): void {
  const [, table = ''] = rowsFile.exec(name) ?? []
  const [, authority, hash = ''] = bytesFile.exec(name) ?? []
  const rows = found.rows[table]
  if (rows !== undefined) found.rows[table] = rows + linesOf(bytes).length
  else if (jobsFile.test(name)) found.jobs += linesOf(bytes).length
  else if (authority && areBytesOf(hash, bytes)) found.files += 1
  else throw new Error(`${name} is none of an archive, or not as it was`)
}

const counts = ({ rows, jobs, files }: Ending) =>
  JSON.stringify([Object.entries(rows).toSorted(), jobs, files])

/** The lines of a file of rows. Throws where it does not unpack. */
export const linesOf = (bytes: Buffer): string[] =>
  gunzipSync(bytes).toString().split('\n').slice(0, -1)

/** No such file, or not to be read: the terminal says so in the words of the system. */
const isOfTheSystem = (failure: unknown) => failure instanceof Error && 'syscall' in failure
