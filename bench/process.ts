import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { projectRoot } from '#kernel/config'
import { folder } from './cluster.ts'

/** A server of ours in a process of its own. */
export interface Running {
  port: number
  pid: number
  stop(): Promise<void>
}

/** Runs a bundle of `dist/` to its end; throws where it fails. */
export function runOnce(bundle: string, environment: Record<string, string>): void {
  const env = { ...process.env, ...environment }
  const { status } = spawnSync(process.execPath, [join(projectRoot, 'dist', bundle)], {
    ...{ env, cwd: projectRoot },
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error(`${bundle} ended with ${status}`)
}

/** Starts a bundle of `dist/` as a server on this port and waits until it answers; its log goes to a file of the benchmark. */
export async function run(
  bundle: string,
  port: number,
  environment: Record<string, string>,
): Promise<Running> {
  const log = openSync(join(folder, `server-${port}.log`), 'w')
  const child = spawn(process.execPath, [...profiling(), join(projectRoot, 'dist', bundle)], {
    cwd: projectRoot,
    // As the units, the image and `npm start` have it.
    env: { MALLOC_ARENA_MAX: '2', ...process.env, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', log],
  })
  closeSync(log)
  // A benchmark that dies leaves no server behind.
  const end = () => child.kill('SIGTERM')
  process.once('exit', end)
  await answers(child, port)
  return {
    port,
    pid: child.pid ?? 0,
    async stop() {
      process.off('exit', end)
      const ended = once(child, 'exit')
      end()
      await ended
    },
  }
}

/** BENCH_PROFILE=folder writes the CPU profile of every server there. */
function profiling(): string[] {
  const into = process.env['BENCH_PROFILE']
  return into ? ['--cpu-prof', `--cpu-prof-dir=${into}`] : []
}

async function answers(child: ChildProcess, port: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`A server ended with ${child.exitCode}: see ${folder}`)
    const up = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return
    await setTimeout(50)
  }
}

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
    ticksOf(pid).reduce((sum, ticks) => sum + ticks * 10, 0),
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

function childrenOf(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`)
  const lists = tasks.map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8'))
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}
