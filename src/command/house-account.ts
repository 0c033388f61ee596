import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'

/**
 * Root becomes the account that the data folder is of, as the unit has it: what root wrote there, its master key among it,
 * the house could not read at its next start. `upgrade` stays root, for it builds the program and starts the units anew.
 */
export function becomeHouseAccount(dataFolder: string): void {
  if (process.getuid?.() !== 0) return
  const owner = statSync(dataFolder, { throwIfNoEntry: false })?.uid ?? 0
  if (owner === 0) return
  // The group of the account, not that of the folder, which may be root’s.
  const group = Number(execFileSync('id', ['-g', String(owner)], { encoding: 'utf8' }))
  process.setgroups?.([group])
  process.setgid?.(group)
  process.setuid?.(owner)
}
