import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for a house that is a disk of its own, of some hundred megabytes, where this account may mount one. */
export function openHome(): { folder: string; close: () => void } {
  const home = mkdtempSync(join(tmpdir(), 'beffroi-faults-'))
  const folder = join(home, 'house')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700m', 'tmpfs', folder])
  return {
    folder,
    close: () => {
      if (mounted.status === 0) spawnSync('umount', ['-l', folder])
      rmSync(home, { recursive: true, force: true })
    },
  }
}
