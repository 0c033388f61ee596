import { chmod, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What others of the machine may do with a file: nothing. */
const others = 0o077

/**
 * Takes from every other account of the machine what it may do below a folder of stored files: an earlier release let
 * them read. Returns how many files and folders were open.
 */
export async function closeToOthers(folder: string): Promise<number> {
  const found = await stat(folder).catch(() => null)
  // A folder that is closed closes what is below it: it is looked into once.
  if (!found || (found.mode & others) === 0) return 0
  let closed = 1
  const below = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of below) {
    const path = join(entry.parentPath, entry.name)
    const { mode } = await stat(path)
    if ((mode & others) === 0) continue
    await chmod(path, mode & ~others)
    closed += 1
  }
  // Last: whoever is killed halfway looks again.
  await chmod(folder, found.mode & ~others)
  return closed
}
