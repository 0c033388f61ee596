import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartFailure, codeOf, explainOutput } from './embedded-failure.ts'
import { handOver, surroundings } from './embedded-identity.ts'
import type { Identity } from './embedded-identity.ts'
import { isPostmasterOf, within } from './embedded-processes.ts'

/** A postmaster that we started. */
export interface Postmaster {
  /** Settles when the process is gone, whatever ended it. */
  ended: Promise<void>
  /** Throws the StartFailure that explains why the postmaster ended, if it has ended. */
  check(): Promise<void>
  /** Fast shutdown; immediate shutdown after 10 s. Returns when the process is gone. */
  stop(): Promise<void>
}

const patience = 10_000

/** Starts `postgres` on `<folder>/cluster/data`; it is not yet ready when this returns. */
export async function launch(
  postgres: string,
  identity: Identity,
  { folder, socket }: { folder: string; socket: string },
  settings: Record<string, string>,
): Promise<Postmaster> {
  const [file = '', ...args] = [...identity.wrapper, postgres, '-D', join(folder, 'cluster/data')]
  const log = join(folder, 'postgres.log')
  await rename(log, `${log}.previous`).catch(() => undefined)
  const output = await open(log, 'w', 0o600)
  const child = spawn(file, [...args, ...switches({ ...settings, ...closed(socket) })], {
    ...surroundings(),
    ...identity.account,
    // Its own session: Ctrl-C reaches us alone, and we stop it after the last transaction.
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  })
  let running = true
  const interrupt = () => child.kill('SIGINT')
  process.once('exit', interrupt)
  const ended = once(child, 'exit').finally(() => {
    running = false
    process.off('exit', interrupt)
  })
  ended.catch(() => undefined)
  await output.close()

  return {
    ended: ended.then(
      () => undefined,
      () => undefined,
    ),
    async check() {
      if (running) return
      await ended
      throw explainOutput(await readFile(log, 'utf8'), folder, log)
    },
    async stop() {
      interrupt()
      if (!(await within(patience, () => !running))) child.kill('SIGQUIT')
      await ended.catch(() => undefined)
    },
  }
}

/**
 * Stops the postmaster that a killed process left on the data folder, and removes a postmaster.pid
 * whose pid is dead or belongs to another program: PostgreSQL itself refuses the latter.
 */
export async function stopOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(orEmpty), 10)
  if (Number.isNaN(pid)) return
  const gone = async () => !(await isPostmasterOf(pid, data))
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (await gone()) break
    send(pid, signal)
    await within(patience, gone)
  }
  if (!(await gone())) {
    throw new StartFailure(
      `An earlier PostgreSQL, process ${pid}, still uses ${data} and does not stop: end it, then start again.`,
    )
  }
  await rm(file, { force: true })
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // It ended between the look and the signal.
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

function orEmpty(error: unknown): string {
  if (codeOf(error) === 'ENOENT') return ''
  throw error
}

/**
 * Makes the folder of the Unix socket; there is no TCP port. Its address holds 104 bytes on macOS, 108 on Linux:
 * long paths go to /tmp.
 */
export async function socketFolder(identity: Identity, folder: string): Promise<string> {
  let socket = join(folder, 'socket')
  if (Buffer.byteLength(join(socket, '.s.PGSQL.5432')) > 100) {
    socket = await mkdtemp(join(tmpdir(), 'beffroi-'))
  }
  await mkdir(socket, { recursive: true, mode: 0o700 })
  await handOver(identity, socket)
  return socket
}

/** The settings that keep every other machine and account out. */
function closed(socket: string): Record<string, string> {
  return {
    port: '5432',
    listen_addresses: '',
    unix_socket_directories: `"${socket.replaceAll('"', '""')}"`,
  }
}

function switches(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
