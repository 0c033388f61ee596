import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

export const run = promisify(execFile)

/** Whether a command ends well. */
export async function succeeds(running: Promise<unknown>): Promise<boolean> {
  return running.then(
    () => true,
    () => false,
  )
}

/**
 * What tells one process from a later one with the same pid: the boot of the machine and the
 * tick at which it started (proc_pid_stat(5), field 22). Undefined when it no longer runs.
 */
export async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return psField(pid, 'lstart')
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    const line = await readFile(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in parentheses, which may itself hold spaces.
    const [state, ...fields] = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' ? undefined : `${boot.trim()}/${fields[18]}`
  } catch {
    return undefined
  }
}

/**
 * Whether `pid` is alive and is the postmaster of the data folder: a postmaster works inside its
 * data folder, so a pid that another program got after a power loss is told apart.
 */
export async function isPostmasterOf(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return Boolean((await psField(pid, 'command'))?.includes(data))
  try {
    const [there, here] = await Promise.all([stat(`/proc/${pid}/cwd`), stat(data)])
    return there.dev === here.dev && there.ino === here.ino
  } catch {
    return false
  }
}

async function psField(pid: number, field: string): Promise<string | undefined> {
  return run('ps', ['-o', `${field}=`, '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
}

/** Waits until `test` holds; false when it still does not after `milliseconds`. */
export async function within(
  milliseconds: number,
  test: () => boolean | Promise<boolean>,
): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!(await test())) {
    if (performance.now() > end) return false
    await setTimeout(5)
  }
  return true
}
