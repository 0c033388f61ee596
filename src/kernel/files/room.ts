import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The megabytes that are free where a folder is, or is to be. */
export async function freeRoom(folder: string): Promise<number> {
  const found = await statfs(folder).catch(() => null)
  if (found) return (found.bavail * found.bsize) / 1e6
  const above = dirname(folder)
  return above === folder ? 0 : freeRoom(above)
}
