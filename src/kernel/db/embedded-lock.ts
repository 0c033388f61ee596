import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartFailure, codeOf } from './embedded-failure.ts'
import { birthOf } from './embedded-processes.ts'

const lockFile = 'beffroi.pid'

/**
 * Makes this process the only owner of the folder, by the file `beffroi.pid` (pid and birth of the
 * owner). The file of a dead owner is taken over; a live owner is a StartFailure.
 * Returns the function that gives the folder back.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, lockFile)
  const mine = `${path}.${process.pid}`
  await writeFile(mine, `${process.pid} ${await birthOf(process.pid)}\n`, { mode: 0o600 })
  try {
    // A hard link appears at once with its content, and fails when the name is taken.
    while (!(await linked(mine, path))) await removeDead(path, folder)
  } finally {
    await rm(mine, { force: true })
  }
  return () => rm(path, { force: true })
}

/** Whether the owner of the folder is gone without having given it back. */
export async function isLeftBehind(folder: string): Promise<boolean> {
  const [pid = '', birth] = (await contentOf(join(folder, lockFile))).trim().split(' ')
  return birth !== undefined && (await birthOf(Number(pid))) !== birth
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function removeDead(path: string, folder: string): Promise<void> {
  const content = await contentOf(path)
  const [pid = '', birth] = content.trim().split(' ')
  if (birth && (await birthOf(Number(pid))) === birth) {
    throw new StartFailure(
      `The database folder ${folder} is already used by process ${pid}: stop that process first.`,
    )
  }
  // Another process may have taken the dead lock over meanwhile: then its lock is put back.
  const aside = `${path}.${process.pid}.dead`
  await rename(path, aside).catch(ignoreMissing)
  if ((await contentOf(aside)) !== content) await linked(aside, path)
  await rm(aside, { force: true })
}

async function contentOf(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(ignoreMissing)) ?? ''
}

function ignoreMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}
