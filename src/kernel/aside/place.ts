import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#kernel/config'
import { authorityKey } from '#kernel/tenancy'
import { Turns } from './turns.ts'
import type { Outcome, Task } from './worker.ts'

/** How long a process waits for work before it ends and gives its memory back, in milliseconds. */
const patience = 30_000
/** In MB, of what is on the heap; and of all, in KiB, as the kernel counts it: an idle process counts some 600 MB. */
const mostHeap = 512
const mostMemory = 1_500_000

/** The work took more time or memory than it may: nothing is known of its outcome. */
export class TooMuch extends Error {}

interface Order {
  task: Task
  done: PromiseWithResolvers<unknown>
}

/**
 * A process beside the one that answers, in which one work after the other is done, authorities in turn. A thread
 * would not do: a list that outgrows the memory at one stroke ends the process, whatever the limits of its thread.
 */
export class Place {
  readonly #turns = new Turns<Order>()
  #child: ChildProcess | undefined
  #order: Order | undefined
  #idle: NodeJS.Timeout | undefined

  /** Throws `TooMuch` where it takes longer than `most` milliseconds, waiting included, or too much memory. */
  async run(task: Task, most: number): Promise<unknown> {
    const order: Order = { task, done: Promise.withResolvers() }
    const late = setTimeout(() => this.#giveUp(order), most)
    this.#turns.add(authorityKey(), order)
    this.#next()
    try {
      return await order.done.promise
    } finally {
      clearTimeout(late)
    }
  }

  #next(): void {
    if (this.#order) return
    this.#order = this.#turns.next()
    if (!this.#order) return this.#rest()
    clearTimeout(this.#idle)
    this.#child ??= this.#begun()
    this.#child.ref()
    this.#child.channel?.ref()
    this.#child.send(this.#order.task)
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
      if ('made' in outcome) this.#settle((order) => order.done.resolve(outcome.made))
      else this.#settle((order) => order.done.reject(outcome.failure))
    })
    child.on('error', (error) => this.#lost(child, error))
    child.on('exit', (code, signal) => {
      const told = `ended by ${signal ?? code}`
      const killed = signal !== null || (code ?? 0) > 128
      this.#lost(child, killed ? new TooMuch(this.#named(told)) : new Error(this.#named(told)))
    })
    return child
  }

  readonly #named = (told: string) => {
    const { name, file } = this.#order?.task ?? {}
    return `${name} of ${file}: ${told}`
  }

  #lost(child: ChildProcess, failure: Error): void {
    if (child !== this.#child) return
    this.#child = undefined
    this.#settle((order) => order.done.reject(failure))
  }

  #settle(tell: (order: Order) => void): void {
    const order = this.#order
    this.#order = undefined
    if (order) tell(order)
    this.#next()
  }

  #giveUp(order: Order): void {
    const isRunning = order === this.#order
    if (!this.#turns.remove(order) && !isRunning) return
    order.done.reject(new TooMuch(`${order.task.name} of ${order.task.file}: took too long`))
    if (!isRunning) return
    this.#child?.kill('SIGKILL')
    this.#child = undefined
    this.#settle(() => undefined)
  }

  /** Nothing waits: this process may end, and after a while the other one does. */
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
