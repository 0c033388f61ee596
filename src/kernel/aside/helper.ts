import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import type { Outcome, Task } from './worker.ts'

/** How long a process waits for work before it ends and gives its memory back, in milliseconds. */
const patience = 30_000
/** In MB, of what is on the heap; and of all, in KiB, as the kernel counts it: an idle process counts some 600 MB. */
const mostHeap = 512
const mostMemory = 1_500_000

/** The work took more time or memory than it may: nothing is known of its outcome. */
export class TooMuch extends Error {}

/** Work that somebody waits for. */
export interface Given {
  task: Task
  /** In milliseconds, from when it is begun. */
  most: number
  done: PromiseWithResolvers<unknown>
}

/**
 * A process beside the one that answers, which begins with its first work and again after it ended or rested. A thread
 * would not do: a list that outgrows the memory at one stroke ends the process, whatever the limits of its thread.
 */
export class Helper {
  #child: ChildProcess | undefined
  #given: Given | undefined
  #idle: NodeJS.Timeout | undefined
  #settled = () => {}

  /** Ends once whoever waits has been told what came of it. */
  async does(given: Given): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#given = given
    this.#settled = resolve
    clearTimeout(this.#idle)
    this.#child ??= this.#begun()
    this.#child.ref()
    this.#child.channel?.ref()
    this.#child.send(given.task)
    const late = setTimeout(() => {
      const child = this.#child
      this.#child = undefined
      child?.kill('SIGKILL')
      this.#settle(({ done }) => done.reject(new TooMuch(this.#named('took too long'))))
    }, given.most)
    await promise
    clearTimeout(late)
  }

  /** The shell sets the limit that Node cannot set; where the system knows none, the others stand. */
  #begun(): ChildProcess {
    const worker = join(projectRoot, 'src/kernel/aside/worker.ts')
    const run = [process.execPath, `--max-old-space-size=${mostHeap}`, worker]
    const child = spawn(
      '/bin/sh',
      [
        '-c',
        `ulimit -d ${mostMemory} 2>/dev/null; exec "$0" "$@"`,
        ...run,
        join(projectRoot, 'src'),
      ],
      // What Node says as it ends for want of memory is told by the signal.
      { stdio: ['ignore', 'inherit', 'ignore', 'ipc'], serialization: 'advanced' },
    )
    child.on('message', (outcome: Outcome) => {
      if (child !== this.#child) return
      if ('made' in outcome) this.#settle(({ done }) => done.resolve(outcome.made))
      else this.#settle(({ done }) => done.reject(outcome.failure))
    })
    child.on('error', (error) => this.#lost(child, error))
    child.on('exit', (code, signal) => {
      const told = this.#named(`ended by ${signal ?? code}`)
      const killed = signal !== null || (code ?? 0) > 128
      this.#lost(child, killed ? new TooMuch(told) : new Error(told))
    })
    return child
  }

  readonly #named = (told: string) => {
    const { name, file } = this.#given?.task ?? {}
    return `${name} of ${file}: ${told}`
  }

  #lost(child: ChildProcess, failure: Error): void {
    if (child !== this.#child) return
    this.#child = undefined
    this.#settle(({ done }) => done.reject(failure))
  }

  #settle(tell: (given: Given) => void): void {
    const given = this.#given
    this.#given = undefined
    if (!given) return
    tell(given)
    this.#rest()
    this.#settled()
  }

  /** Nothing is done: this process may end, and after a while the other one does. */
  #rest(): void {
    const child = this.#child
    if (!child) return
    child.unref()
    child.channel?.unref()
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => {
      this.#child = undefined
      child.kill('SIGKILL')
    }, patience).unref()
  }
}
