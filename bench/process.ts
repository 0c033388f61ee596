import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
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
