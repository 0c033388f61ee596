import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import {
  access,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  rmdir,
  stat,
} from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { placeOf } from './hash.ts'
import { SentFile } from './incoming.ts'
import type { Store } from './store.ts'

/** A store in a folder of this machine: `<authority>/<first two digits>/<hash>`. */
export function inFolder(root: string): Store {
  const folderOf = (authority: string) => join(root, authority)
  const pathOf = (authority: string, hash: string) => join(folderOf(authority), placeOf(hash))
  return {
    keep: (authority, hash, content) => keep(pathOf(authority, hash), content),
    read: async (authority, hash) => {
      const path = pathOf(authority, hash)
      const handle = await open(path).catch(unlessMissing)
      return handle ? createReadStream(path, { fd: handle }) : null
    },
    lying: (authority) => lyingIn(folderOf(authority)),
    remove: async (authority, place) => {
      const path = join(folderOf(authority), place)
      await rm(path, { force: true })
      for (const folder of [dirname(path), folderOf(authority)]) await rmdir(folder).catch(() => {}) // Others lie there.
    },
    removeAll: (authority) => rm(folderOf(authority), { recursive: true, force: true }),
    reach: async () => {
      await mkdir(root, { recursive: true, mode: 0o700 })
      await access(root, constants.W_OK)
    },
  }
}

async function keep(path: string, content: Uint8Array | SentFile): Promise<void> {
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

function unlessMissing(failure: unknown): null {
  if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return null
  throw failure
}

async function lyingIn(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    unlessMissing,
  )
  const files = (entries ?? []).filter((entry) => entry.isFile())
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      const known = await stat(path).catch(unlessMissing)
      const place = relative(folder, path).replaceAll(sep, '/')
      return known && { place, name, writtenAt: known.mtimeMs }
    }),
  )
  return found.filter((one) => one !== null)
}
