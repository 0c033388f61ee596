import { readFileSync, readdirSync } from 'node:fs'

/** What a process has computed so far, in milliseconds, all its threads together. */
export function cpuOfProcess(pid: number): number {
  const [user = 0, system = 0] = ticksOf(pid)
  return (user + system) * 10
}

/** Of itself in user and system, then of its children that ended, in hundredths of a second. */
function ticksOf(pid: number): number[] {
  // After the name, which may hold spaces: the 12th field and those after it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return fields.slice(11, 15).map(Number)
}

/** The same of a process and of all that it started: of PostgreSQL, whose connections are processes. */
export const cpuOfTree = (pid: number): number =>
  childrenOf(pid).reduce(
    (sum, child) => sum + cpuOfTree(child),
    whileThere(() => ticksOf(pid), []).reduce((sum, ticks) => sum + ticks * 10, 0),
  )

/** Memory of a process in MB: its resident set, and the most that this ever was. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

/** Memory of a process and its children in MB, pages that they share counted once. */
export function memoryOfTree(pid: number): number {
  const own = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
  return childrenOf(pid).reduce((sum, child) => sum + memoryOfTree(child), Number(own) / 1024)
}

/** A connection of PostgreSQL may end while it is looked at: of one that is gone there is nothing to read. */
function whileThere<T>(read: () => T, gone: T): T {
  try {
    return read()
  } catch (failure) {
    const { code } = Object(failure)
    if (code === 'ENOENT' || code === 'ESRCH') return gone
    throw failure
  }
}

function childrenOf(pid: number): number[] {
  const tasks = whileThere(() => readdirSync(`/proc/${pid}/task`), [])
  const lists = tasks.map((task) =>
    whileThere(() => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8'), ''),
  )
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}
