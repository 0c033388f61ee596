import { StartFailure } from '#kernel/db'
import { areBytesOf } from '#kernel/files'
import { isOfTheSystem, readArchive, Unread } from './archive.ts'
import { strangerIn } from './belonging.ts'
import { linesOf } from './lines.ts'
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
  let isBegun = false
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
      else await count(found, manifest, path, name, bytes)
      known.add(name)
    }
    if (manifest && ending && counts(ending) === counts(found)) return { path, manifest, ending }
  } catch (failure) {
    if (failure instanceof Unrestorable || isOfTheSystem(failure)) throw failure
    // Whatever else cannot be read is damage, of which the sentence below says where.
    if (failure instanceof Unread) last = failure.file
    isBegun = failure instanceof Unread && failure.file === manifestFile
  }
  if (!manifest && !isBegun)
    throw new Unrestorable(`${path} is no archive of this program, or of a later one.`)
  throw new Unrestorable(`${path} is damaged or cut short, at ${last}: nothing was restored.`)
}

/** Counts one file of an archive, which is whole and of the authority that the archive names. Throws otherwise. */
async function count(
  found: Ending,
  manifest: Manifest,
  path: string,
  name: string,
  bytes: Buffer,
): Promise<void> {
  ensureItsOwn(manifest, path, name, [])
  const [, table = ''] = rowsFile.exec(name) ?? []
  const [, authority, hash = ''] = bytesFile.exec(name) ?? []
  const ofJobs = jobsFile.test(name)
  if (ofJobs || found.rows[table] !== undefined)
    for await (const lines of linesOf(bytes)) {
      ensureItsOwn(manifest, path, name, lines)
      if (ofJobs) found.jobs += lines.length
      else found.rows[table] = (found.rows[table] ?? 0) + lines.length
    }
  else if (authority && areBytesOf(hash, bytes)) found.files += 1
  else throw new Error(`${name} is none of an archive, or not as it was`)
}

/** Who was handed an archive of one authority brings nothing of another in by it. Throws `Unrestorable`. */
function ensureItsOwn(manifest: Manifest, path: string, name: string, lines: string[]): void {
  const stranger = strangerIn(manifest, name, lines)
  if (stranger)
    throw new Unrestorable(
      `${path} is to bring the authority ${manifest.authority?.slug} alone, and holds ${stranger} ` +
        'that are not of it: nothing was restored. Somebody may have changed it.',
    )
}

const counts = ({ rows, jobs, files }: Ending) =>
  JSON.stringify([Object.entries(rows).toSorted(), jobs, files])
