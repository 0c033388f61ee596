import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '#kernel/config'

/** A server in a process of its own. */
export interface Server {
  port: number
  /** Asks it to end; its code, once it has. */
  ends(signal: NodeJS.Signals): Promise<number | null>
  signal(signal: NodeJS.Signals): void
}

/** Does something with the server itself, as an operator starts it. */
export async function started<T>(
  work: (server: Server) => Promise<T>,
  settings: Record<string, string>,
): Promise<T> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/main.js')], {
    env: {
      ...process.env,
      ...{ PORT: '0', DEMONSTRATION: 'false', ...settings },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve))
  try {
    const port = await new Promise<number>((resolve, reject) => {
      createInterface(child.stdout).on('line', (line) => {
        const [, found] = /(?::|port )(\d+)/.exec(line) ?? []
        if (found) resolve(Number(found))
      })
      void closed.then((code) => reject(new Error(`The server ended with ${code}`)))
    })
    return await work({
      port,
      signal: (name) => void child.kill(name),
      ends: (name) => {
        child.kill(name)
        return closed
      },
    })
  } finally {
    child.kill('SIGKILL')
    await closed
  }
}
